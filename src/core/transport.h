// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace core
{

/// One connection over which a Protocol is driven. It tells (core::Tell) its stages, lines, without
/// their time, and progress, and at the end, from the event loop, a report of the addresses it
/// tried; then it may be deleted.
class Transport
{
public:
    virtual ~Transport() = default;

    virtual void start() = 0;
    /// Ends it at once, at any stage; the report follows.
    virtual void cancel() = 0;
};

} // namespace core
