// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <linux/capability.h>
#include <linux/securebits.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// While it lives, permissions bind root too, as they bind everyone else.
class OrdinaryRights
{
public:
    OrdinaryRights()
    {
        syscall(SYS_capget, &m_header, m_before);
        __user_cap_data_struct now[2] = {m_before[0], m_before[1]};
        now[0].effective &= ~(1U << CAP_DAC_OVERRIDE | 1U << CAP_DAC_READ_SEARCH);
        // Else access() asks for what root could have.
        prctl(PR_SET_SECUREBITS, m_bitsBefore | SECBIT_NO_SETUID_FIXUP, 0, 0, 0);
        syscall(SYS_capset, &m_header, now);
    }
    ~OrdinaryRights()
    {
        syscall(SYS_capset, &m_header, m_before);
        prctl(PR_SET_SECUREBITS, m_bitsBefore, 0, 0, 0);
    }
    Q_DISABLE_COPY_MOVE(OrdinaryRights)

private:
    __user_cap_header_struct m_header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct m_before[2]{};
    int m_bitsBefore = prctl(PR_GET_SECUREBITS, 0, 0, 0, 0);
};
