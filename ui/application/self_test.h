// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace ui {

/// Checks on this computer that what the program needs at run time is there, one line of standard
/// output each: a store that can be written, Qt's plugins, translations, definitions for coloured
/// code, and a reply of the demo that comes over the real path. Touches no profile of the user.
class SelfTest : public QObject
{
    Q_OBJECT
public:
    explicit SelfTest(QObject *parent = nullptr);
    ~SelfTest() override;

    void start();

signals:
    void finished(bool passed);

private:
    void report(const QString &part, bool works, const QString &detail = {});
    void checkPlugins();
    void checkTranslations();
    void checkHighlighting();
    void checkStore();
    void checkReply();
    void end();

    QTemporaryDir m_profile;
    std::unique_ptr<app::Services> m_services;
    bool m_passed = true;
};

} // namespace ui
