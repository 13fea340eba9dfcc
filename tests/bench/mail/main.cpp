// SPDX-License-Identifier: GPL-3.0-or-later
//
// ./dev bench mail: one mail of 1 KB and one of 1 GB over TLS to the same sink, by Proserpina and
// by other programs in turn: how fast, and how much memory. Links no Qt and stays small: a child's
// peak counts from what it was before it became the program.
//
//   mailbench CLI SINK FOLDER   FOLDER: cert.pem, key.pem, and room for 4 GB
#include "measuredrun.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace
{

constexpr int rounds = 3;
constexpr int roundsOfTheSlow = 1;
constexpr long long smallSize = 1'000;
constexpr long long largeSize = 1'000'000'000;
constexpr double mostMore = 8; // MB of memory for the large one
constexpr auto longest = std::chrono::seconds(300);

struct Program
{
    const char *title;
    std::function<std::vector<std::string>(const std::string &size)> words;
    bool fromInput = false; // the message on standard input
    int rounds = ::rounds;
    std::vector<MeasuredRun> small = {};
    std::vector<MeasuredRun> large = {};
    long long octets = 0; // of the large one, as they arrived
};

/// The sink, and what it says.
class Sink
{
public:
    Sink(const std::string &path, const std::string &folder)
    {
        int ends[2];
        if (pipe(ends) != 0) {
            std::exit(1);
        }
        m_process = fork();
        if (m_process == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            dup2(ends[1], STDOUT_FILENO);
            close(ends[0]);
            close(ends[1]);
            const std::string certificate = folder + "/cert.pem";
            const std::string key = folder + "/key.pem";
            execl(path.c_str(), path.c_str(), "serve", certificate.c_str(), key.c_str(), nullptr);
            _exit(127);
        }
        close(ends[1]);
        m_output = ends[0];
    }
    ~Sink()
    {
        close(m_output);
        kill(m_process, SIGTERM);
        waitpid(m_process, nullptr, 0);
    }
    Sink(const Sink &) = delete;
    Sink &operator=(const Sink &) = delete;

    /// Its port at first, then the octets of each message; -1: it says nothing.
    long long next()
    {
        std::size_t end = 0;
        while ((end = m_said.find('\n')) == std::string::npos) {
            if (!hear(5000)) {
                return -1;
            }
        }
        const long long number = std::atoll(m_said.c_str());
        m_said.erase(0, end + 1);
        return number;
    }
    /// What it said of a program that failed all the same.
    void forget()
    {
        while (hear(0)) {
        }
        m_said.clear();
    }

private:
    bool hear(int milliseconds)
    {
        pollfd ready{m_output, POLLIN, 0};
        char buffer[256];
        const ssize_t count =
            poll(&ready, 1, milliseconds) == 1 ? read(m_output, buffer, sizeof buffer) : 0;
        m_said.append(buffer, static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        return count > 0;
    }

    pid_t m_process = 0;
    int m_output = -1;
    std::string m_said;
};

/// A message with an attachment of that size in base64, CRLF, and the attachment by itself. No line
/// begins with a dot.
void writeFiles(const std::string &folder, const std::string &name, long long size)
{
    std::filesystem::path attachment = folder + '/' + name + ".bin";
    std::ofstream(attachment).close();
    std::filesystem::resize_file(attachment, static_cast<std::uintmax_t>(size)); // sparse
    std::ofstream message(folder + '/' + name + ".eml", std::ios::binary);
    message << "From: a@example.test\r\nTo: b@example.test\r\nSubject: " << name
            << "\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\n"
               "Message-ID: <1@example.test>\r\nMIME-Version: 1.0\r\n"
               "Content-Type: application/octet-stream\r\n"
               "Content-Disposition: attachment; filename=zeros.bin\r\n"
               "Content-Transfer-Encoding: base64\r\n\r\n";
    const std::string line = std::string(76, 'A') + "\r\n"; // 57 zeros
    std::string block;
    for (int i = 0; i < 1024; ++i) {
        block += line;
    }
    const long long lines = (size + 56) / 57;
    for (long long done = 0; done < lines; done += 1024) {
        message << block.substr(0, static_cast<std::size_t>(std::min(1024LL, lines - done)) *
                                       line.size());
    }
}

std::vector<Program> programs(const std::string &cli, const std::string &sink,
                              const std::string &folder, const std::string &port)
{
    const std::string ca = folder + "/cert.pem";
    const auto ours = [=](const std::string &option, const std::string &file) {
        return std::vector<std::string>{
            cli,          "test",           "--host", "localhost",      "--port",    port,
            "--security", "smtps",          "--auth", "none",           "--ca-file", ca,
            "--from",     "a@example.test", "--to",   "b@example.test", option,      file};
    };
    std::vector<Program> all;
    all.push_back({"Proserpina, attachment", [=](const std::string &size) {
                       return ours("--attach", folder + '/' + size + ".bin");
                   }});
    all.push_back({"Proserpina, message file", [=](const std::string &size) {
                       return ours("--message-file", folder + '/' + size + ".eml");
                   }});
    all.push_back({"msmtp",
                   [=](const std::string &) {
                       return std::vector<std::string>{"msmtp",
                                                       "--file=/dev/null",
                                                       "--host=localhost",
                                                       "--port=" + port,
                                                       "--tls=on",
                                                       "--tls-starttls=off",
                                                       "--tls-trust-file=" + ca,
                                                       "--from=a@example.test",
                                                       "b@example.test"};
                   },
                   true, roundsOfTheSlow});
    all.push_back({"curl", [=](const std::string &size) {
                       return std::vector<std::string>{
                           "curl",          "--silent",
                           "--noproxy",     "*",
                           "--url",         "smtps://localhost:" + port,
                           "--cacert",      ca,
                           "--mail-from",   "a@example.test",
                           "--mail-rcpt",   "b@example.test",
                           "--upload-file", folder + '/' + size + ".eml"};
                   }});
    all.push_back({"swaks",
                   [=](const std::string &size) {
                       return std::vector<std::string>{
                           "swaks",     "--silent",
                           "3",         "--server",
                           "localhost", "--port",
                           port,        "--tls-on-connect",
                           "--from",    "a@example.test",
                           "--to",      "b@example.test",
                           "--data",    "@" + folder + '/' + size + ".eml"};
                   },
                   false, roundsOfTheSlow});
    all.push_back(
        {"bare TLS, no mail program", [=](const std::string &size) {
             return std::vector<std::string>{sink, "send", port, folder + '/' + size + ".eml"};
         }});
    return all;
}

void measure(Program &program, const std::string &size, const std::string &folder, Sink &sink)
{
    const std::string file = folder + '/' + size + ".eml";
    sink.forget();
    const auto run = measuredRun(program.words(size), program.fromInput ? file : "", longest);
    if (!run) {
        std::fprintf(stderr, "%s, %s mail: failed, or took too long\n", program.title,
                     size.c_str());
        return;
    }
    const long long octets = sink.next();
    if (size == "large") {
        program.large.push_back(*run);
        program.octets = octets;
    } else {
        program.small.push_back(*run);
    }
}

double median(const std::vector<MeasuredRun> &runs, double MeasuredRun::*value)
{
    std::vector<double> values;
    values.reserve(runs.size());
    for (const MeasuredRun &run : runs) {
        values.push_back(run.*value);
    }
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

/// How much more memory the large mail took.
double moreOf(const Program &program)
{
    return median(program.large, &MeasuredRun::peakMebibytes) -
           median(program.small, &MeasuredRun::peakMebibytes);
}

void print(const Program &program)
{
    if (program.large.empty() || program.small.empty()) {
        std::printf("%-26s did not get through\n", program.title);
        return;
    }
    const double seconds = median(program.large, &MeasuredRun::seconds);
    std::printf("%-26s %7.0f ms %7.1f MiB %9.1f s %9.1f s %7.0f MB/s %8.1f MiB %+9.1f MiB\n",
                program.title, 1000 * median(program.small, &MeasuredRun::seconds),
                median(program.small, &MeasuredRun::peakMebibytes), seconds,
                median(program.large, &MeasuredRun::processorSeconds),
                static_cast<double>(program.octets) / 1e6 / seconds,
                median(program.large, &MeasuredRun::peakMebibytes), moreOf(program));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "usage: mailbench CLI SINK FOLDER\n");
        return 64;
    }
    const std::string folder = std::filesystem::absolute(argv[3]);
    const std::string sinkPath = std::filesystem::absolute(argv[2]);
    writeFiles(folder, "small", smallSize);
    writeFiles(folder, "large", largeSize);
    Sink sink(sinkPath, folder);
    std::vector<Program> all =
        programs(std::filesystem::absolute(argv[1]), sinkPath, folder, std::to_string(sink.next()));
    for (int round = 0; round < rounds; ++round) {
        for (Program &program : all) {
            if (round < program.rounds) {
                measure(program, "small", folder, sink);
                measure(program, "large", folder, sink);
            }
        }
    }
    std::printf(
        "An attachment of 1 KB and one of 1 GB over TLS to the same sink; medians of %d runs "
        "in turn.\nMB/s: octets on the wire by the whole run, from start to exit.\n\n",
        rounds);
    std::printf("%-26s %10s %11s %11s %11s %12s %12s %13s\n", "", "1 KB", "memory", "1 GB",
                "processor", "", "memory", "more memory");
    for (const Program &program : all) {
        print(program);
    }
    const double more = std::max(moreOf(all[0]), moreOf(all[1])) * 1.048576;
    std::printf("\n1 GB takes %.1f MB more memory than 1 KB; aim: at most %.0f: %s\n", more,
                mostMore, more <= mostMore ? "met" : "missed");
    return 0;
}
