// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/compare/answer_server.h"

#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <netinet/tcp.h>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <unordered_map>

namespace bench {

namespace {

using Clock = std::chrono::steady_clock;

struct Due
{
    Clock::time_point at;
    int socket;
};

std::string withHead(const std::string &type, const std::string &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type
           + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string streamOfTokens()
{
    const auto chunk = [](const std::string &members) {
        return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"model\":\"bench\","
               "\"choices\":[{\"index\":0,"
               + members + "}\n\n";
    };
    std::string body = chunk(R"("delta":{"role":"assistant","content":""}}])");
    for (const char *word : {"This", " is", " an", " answer", " of", " eight", " tokens", "."})
        body += chunk(std::string(R"("delta":{"content":")") + word + "\"}}]");
    body += chunk(R"("delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":20,)"
                  R"("completion_tokens":8,"total_tokens":28})");
    return withHead("text/event-stream", body + "data: [DONE]\n\n");
}

class Server
{
public:
    int run();

private:
    bool listenOnLoopback();
    void accept();
    void read(int socket);
    void handle(int socket, std::string_view head);
    void answerDue();
    [[nodiscard]] int untilDue() const;
    [[nodiscard]] std::string figures() const;

    int m_listener = -1;
    int m_epoll = -1;
    std::unordered_map<int, std::string> m_input;
    std::deque<Due> m_due; ///< all answers take the same time: in order
    std::string m_stream = streamOfTokens();
    long m_answers = 0;
    Clock::time_point m_first;
    Clock::time_point m_last;
};

bool Server::listenOnLoopback()
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *plain = reinterpret_cast<sockaddr *>(&address);
    if (bind(m_listener, plain, size) != 0 || listen(m_listener, 1024) != 0
        || getsockname(m_listener, plain, &size) != 0)
        return false;
    std::printf("%d\n", ntohs(address.sin_port));
    std::fflush(stdout);
    return true;
}

void Server::accept()
{
    for (int client = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK); client >= 0;
         client = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK)) {
        const int atOnce = 1;
        setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &atOnce, sizeof atOnce);
        epoll_event event{EPOLLIN, {.fd = client}};
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, client, &event);
        m_input[client].clear();
    }
}

void Server::read(int socket)
{
    char bytes[16'384];
    const ssize_t count = ::read(socket, bytes, sizeof bytes);
    if (count <= 0) {
        std::erase_if(m_due, [&](const Due &due) { return due.socket == socket; });
        m_input.erase(socket);
        close(socket);
        return;
    }
    std::string &input = m_input[socket];
    input.append(bytes, size_t(count));
    const size_t end = input.find("\r\n\r\n");
    if (end == std::string::npos)
        return;
    const size_t length = input.find("Content-Length: ");
    const size_t body = length < end ? std::strtoul(input.c_str() + length + 16, nullptr, 10) : 0;
    if (input.size() < end + 4 + body)
        return;
    handle(socket, std::string_view(input).substr(0, end));
    input.erase(0, end + 4 + body);
}

void Server::handle(int socket, std::string_view head)
{
    if (head.starts_with("POST ")) {
        const auto now = Clock::now();
        if (m_answers == 0 && m_due.empty())
            m_first = now;
        m_due.push_back({now + std::chrono::milliseconds(kAnswerMs), socket});
        return;
    }
    const bool isModels = head.find("/models") != std::string_view::npos;
    const std::string answer = withHead(
        "application/json",
        isModels ? R"({"object":"list","data":[{"id":"bench","object":"model"}]})" : figures());
    (void)!write(socket, answer.data(), answer.size());
}

std::string Server::figures() const
{
    const std::chrono::duration<double> time = m_last - m_first;
    return "{\"answers\":" + std::to_string(m_answers)
           + ",\"seconds\":" + std::to_string(time.count()) + "}";
}

void Server::answerDue()
{
    const auto now = Clock::now();
    while (!m_due.empty() && m_due.front().at <= now) {
        (void)!write(m_due.front().socket, m_stream.data(), m_stream.size());
        m_due.pop_front();
        ++m_answers;
        m_last = now;
    }
}

int Server::untilDue() const
{
    if (m_due.empty())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_due.front().at - Clock::now());
    return std::max(0, int(left.count()));
}

int Server::run()
{
    m_epoll = epoll_create1(0);
    if (!listenOnLoopback())
        return 1;
    epoll_event event{EPOLLIN, {.fd = m_listener}};
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_listener, &event);
    epoll_event events[256];
    for (;;) {
        const int count = epoll_wait(m_epoll, events, 256, untilDue());
        for (int i = 0; i < count; ++i) {
            if (events[i].data.fd == m_listener)
                accept();
            else
                read(events[i].data.fd);
        }
        answerDue();
    }
}

} // namespace

int serveAnswers()
{
    return Server().run();
}

} // namespace bench
