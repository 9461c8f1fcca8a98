// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/virtual_display.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tests {

namespace {

constexpr int kLongestMs = 30'000;

} // namespace

VirtualDisplay::VirtualDisplay(QSize size)
{
    const QString screen = u"%1x%2x24"_s.arg(size.width()).arg(size.height());
    // It chooses a free number itself and writes it down once it takes clients.
    m_server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, screen,
                               u"-nolisten"_s, u"tcp"_s, u"-noreset"_s});
    while (m_server.waitForReadyRead(kLongestMs)) {
        if (m_server.canReadLine()) {
            m_name = u':' + QString::fromLatin1(m_server.readLine().trimmed());
            return;
        }
    }
}

VirtualDisplay::~VirtualDisplay()
{
    m_server.terminate();
    if (!m_server.waitForFinished(kLongestMs))
        m_server.kill();
}

QStringList VirtualDisplay::missingPrograms()
{
    QStringList missing;
    for (const QString &program : {u"Xvfb"_s, u"xdotool"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            missing += program;
    }
    return missing;
}

QString VirtualDisplay::windowOf(qint64 processId) const
{
    const QByteArray windows = xdotool({u"search"_s, u"--all"_s, u"--onlyvisible"_s, u"--pid"_s,
                                        QString::number(processId), u"--class"_s, u"diptych"_s});
    return QString::fromLatin1(windows.split('\n').first());
}

QString VirtualDisplay::titleOf(const QString &window) const
{
    return QString::fromUtf8(xdotool({u"getwindowname"_s, window})).trimmed();
}

QSize VirtualDisplay::sizeOf(const QString &window) const
{
    QSize size;
    for (const QByteArray &line :
         xdotool({u"getwindowgeometry"_s, u"--shell"_s, window}).split('\n')) {
        if (line.startsWith("WIDTH="))
            size.setWidth(line.sliced(6).toInt());
        else if (line.startsWith("HEIGHT="))
            size.setHeight(line.sliced(7).toInt());
    }
    return size;
}

void VirtualDisplay::focus(const QString &window) const
{
    xdotool({u"windowfocus"_s, u"--sync"_s, window});
}

void VirtualDisplay::type(const QString &text) const
{
    xdotool({u"type"_s, u"--delay"_s, u"8"_s, text});
}

void VirtualDisplay::press(const QString &key) const
{
    xdotool({u"key"_s, key});
}

bool VirtualDisplay::savePicture(const QString &file) const
{
    const QString import = QStandardPaths::findExecutable(u"import"_s);
    if (import.isEmpty())
        return false;
    return QProcess::execute(import, {u"-display"_s, m_name, u"-window"_s, u"root"_s, file}) == 0;
}

QByteArray VirtualDisplay::xdotool(const QStringList &arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, m_name);
    process.setProcessEnvironment(environment);
    process.start(u"xdotool"_s, arguments);
    process.waitForFinished(kLongestMs);
    return process.readAllStandardOutput().trimmed();
}

} // namespace tests
