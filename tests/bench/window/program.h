// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"
#include "tests/bench/window/frame_probe.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace ui {
class TranscriptView;
}

namespace bench {

/// The program in this process, on a server in another one that says tests/bench/data/answer.md.
class Program : public QObject
{
    Q_OBJECT
public:
    /// Tokens per second, 0 for all at once; a profile to start with, empty for a fresh one.
    Program(FrameProbe &probe, double pace, const QString &profile = {});
    ~Program() override;

    [[nodiscard]] bool isReady() const { return m_server.state() == QProcess::Running; }
    [[nodiscard]] FrameProbe &probe() { return m_probe; }
    [[nodiscard]] app::Services &services() { return *m_services; }
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] app::Chat &chat() const;
    /// Of the first lane.
    [[nodiscard]] ui::TranscriptView &transcript() const;

    /// Every lane of the shown conversation asks for the answer in so many tokens.
    void useModel(int tokens);
    /// Adds lanes beside the first until there are so many.
    void addLanes(int count);
    /// Sends a prompt, and waits until all lanes have answered and the end is painted.
    [[nodiscard]] bool ask();
    /// Bytes of text of the reply in the first lane.
    [[nodiscard]] qsizetype textShown() const;

signals:
    void bytesArrived(); ///< at the readyRead of a reply, before it is read

private:
    void addProvider();

    FrameProbe &m_probe;
    QTemporaryDir m_profile;
    QProcess m_server;
    QString m_provider;
    ui::Theme m_theme;
    ui::FrameClock m_frames;
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace bench
