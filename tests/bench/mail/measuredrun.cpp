// SPDX-License-Identifier: GPL-3.0-or-later
#include "measuredrun.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace
{

/// So that one greedy program does not take down the others.
void limitMemory()
{
    std::ifstream lines("/proc/meminfo");
    std::string line;
    while (std::getline(lines, line)) {
        if (line.starts_with("MemAvailable:")) {
            const rlim_t octets = std::strtoull(line.c_str() + 13, nullptr, 10) * 1024 / 4 * 3;
            const rlimit limit{octets, octets};
            setrlimit(RLIMIT_AS, &limit);
        }
    }
}

[[noreturn]] void become(const std::vector<std::string> &words, const std::string &input)
{
    const int in = open(input.empty() ? "/dev/null" : input.c_str(), O_RDONLY);
    const int out = open("/dev/null", O_WRONLY);
    limitMemory();
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    std::vector<char *> arguments;
    arguments.reserve(words.size() + 1);
    for (const std::string &word : words) {
        arguments.push_back(const_cast<char *>(word.c_str()));
    }
    arguments.push_back(nullptr);
    execvp(arguments[0], arguments.data());
    _exit(127);
}

double secondsOf(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

} // namespace

std::optional<MeasuredRun> measuredRun(const std::vector<std::string> &words,
                                       const std::string &input, std::chrono::seconds longest)
{
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        become(words, input);
    }
    const int handle = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
    pollfd ended{handle, POLLIN, 0};
    const auto patience = std::chrono::milliseconds(longest).count();
    if (poll(&ended, 1, static_cast<int>(patience)) != 1) {
        kill(child, SIGKILL);
    }
    close(handle);
    int status = 0;
    rusage usage{};
    if (wait4(child, &status, 0, &usage) != child || status != 0) {
        return {};
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    return MeasuredRun{took.count(), secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime),
                       static_cast<double>(usage.ru_maxrss) / 1024};
}
