// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/compare/plain_client.h"

#include <arpa/inet.h>
#include <atomic>
#include <chrono>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace bench {

namespace {

bool readAnswer(int socket)
{
    constexpr std::string_view kEnd = "[DONE]\n\n";
    std::string answer;
    char bytes[16'384];
    while (!answer.ends_with(kEnd)) {
        const ssize_t count = read(socket, bytes, sizeof bytes);
        if (count <= 0)
            return false;
        answer.append(bytes, size_t(count));
    }
    return true;
}

void ask(int port, std::atomic<int> &left)
{
    const std::string body = R"({"model":"bench","messages":[{"role":"user","content":"Hi"}]})";
    const std::string request = "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n"
                                "Content-Length: "
                                + std::to_string(body.size()) + "\r\n\r\n" + body;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(uint16_t(port));
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    if (connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0) {
        while (left-- > 0 && write(socket, request.data(), request.size()) > 0) {
            if (!readAnswer(socket))
                break;
        }
    }
    close(socket);
}

} // namespace

double plainSeconds(int port, int requests, int atOnce)
{
    std::atomic<int> left = requests;
    const auto begin = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (int i = 0; i < atOnce; ++i)
        threads.emplace_back([&] { ask(port, left); });
    for (std::thread &thread : threads)
        thread.join();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace bench
