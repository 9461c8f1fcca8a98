// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

class QWidget;

namespace ui {

/// Writes a picture of a window once nothing is going on in it: not busy, and not painted for a
/// while. A caret that blinks paints less often than that.
class Screenshot : public QObject
{
    Q_OBJECT
public:
    Screenshot(QWidget &window, QString file, QObject *parent = nullptr);

    void setBusy(std::function<bool()> isBusy) { m_isBusy = std::move(isBusy); }
    void start();

signals:
    void finished(bool written);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    QWidget &m_window;
    const QString m_file;
    std::function<bool()> m_isBusy;
    QTimer m_timer;
    QElapsedTimer m_sincePaint;
};

} // namespace ui
