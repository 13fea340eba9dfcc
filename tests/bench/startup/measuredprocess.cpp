// SPDX-License-Identifier: GPL-3.0-or-later
#include "measuredprocess.h"

#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using std::chrono::steady_clock;

namespace
{

constexpr auto look = std::chrono::milliseconds(50);
constexpr auto idle = std::chrono::milliseconds(1); // of processor time between two looks
constexpr int quietLooks = 10;
constexpr auto patience = std::chrono::seconds(10);

std::string newFolder()
{
    static const std::filesystem::path base = std::filesystem::temp_directory_path();
    std::string path = base / "proserpina-bench-XXXXXX";
    return mkdtemp(path.data()) == nullptr ? std::string() : path;
}

} // namespace

MeasuredProcess::MeasuredProcess(const std::string &program)
    : m_home(newFolder())
{
    if (m_home.empty()) {
        return;
    }
    for (const char *name : {"HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                             "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
        setenv(name, m_home.c_str(), 1);
    }
    std::string path = program;
    char *arguments[] = {path.data(), nullptr};
    m_startedAt = steady_clock::now();
    if (posix_spawn(&m_process, path.c_str(), nullptr, nullptr, arguments, environ) != 0) {
        m_process = -1;
    }
}

MeasuredProcess::~MeasuredProcess()
{
    if (hasStarted()) {
        kill(m_process, SIGKILL);
        waitpid(m_process, nullptr, 0);
    }
    if (!m_home.empty()) {
        std::error_code ignored;
        std::filesystem::remove_all(m_home, ignored);
    }
}

std::chrono::nanoseconds MeasuredProcess::processorTime() const
{
    clockid_t clock{};
    timespec time{};
    if (clock_getcpuclockid(m_process, &clock) != 0 || clock_gettime(clock, &time) != 0) {
        return {};
    }
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

void MeasuredProcess::awaitIdle() const
{
    const auto end = steady_clock::now() + patience;
    auto before = processorTime();
    for (int quiet = 0; quiet < quietLooks && steady_clock::now() < end;) {
        std::this_thread::sleep_for(look);
        const auto now = processorTime();
        quiet = now - before < idle ? quiet + 1 : 0;
        before = now;
    }
}

long MeasuredProcess::proportionalSize() const
{
    std::ifstream file("/proc/" + std::to_string(m_process) + "/smaps_rollup");
    std::string line;
    while (std::getline(file, line)) {
        if (line.starts_with("Pss:")) {
            return std::stol(line.substr(4));
        }
    }
    return 0;
}
