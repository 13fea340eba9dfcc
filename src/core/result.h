// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/text.h"

#include <utility>
#include <variant>

namespace core
{

/// Why an operation below the session gave no value. `detail` is for people and never holds a
/// secret.
struct Error
{
    Failure failure = Failure::BadInput;
    Text detail;

    bool operator==(const Error &) const = default;
};

inline Error badInput(const Text &detail)
{
    return {Failure::BadInput, detail};
}

/// A value or the Error that stands in its place. (std::expected needs a newer compiler than
/// clang 14.)
template <typename T> class Result
{
public:
    Result(T value)
        : m_content(std::move(value))
    {}
    Result(Error error)
        : m_content(std::move(error))
    {}

    [[nodiscard]] bool ok() const { return std::holds_alternative<T>(m_content); }
    explicit operator bool() const { return ok(); }

    const T &value() const & { return std::get<T>(m_content); }
    T &&value() && { return std::get<T>(std::move(m_content)); }
    const T &operator*() const { return value(); }
    const T *operator->() const { return &value(); }

    [[nodiscard]] T valueOr(const T &other) const { return ok() ? value() : other; }

    const Error &error() const { return std::get<Error>(m_content); }

private:
    std::variant<T, Error> m_content;
};

} // namespace core
