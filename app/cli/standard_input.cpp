// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/standard_input.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <unistd.h>

namespace app {

namespace {

constexpr qsizetype kMostBytes = 256 * 1024 * 1024;
constexpr std::size_t kChunkBytes = 64 * 1024;

} // namespace

StandardInput::StandardInput(QObject *parent) : QObject(parent)
{
}

StandardInput::~StandardInput() = default;

void StandardInput::start()
{
    m_notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &StandardInput::readSome);
}

void StandardInput::readSome()
{
    std::array<char, kChunkBytes> chunk;
    const ssize_t count = read(STDIN_FILENO, chunk.data(), chunk.size());
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count > 0)
        m_bytes.append(chunk.data(), count);
    if (count > 0 && m_bytes.size() < kMostBytes)
        return;
    m_notifier->setEnabled(false);
    if (count < 0)
        emit failed();
    else
        emit ended(m_bytes);
}

} // namespace app
