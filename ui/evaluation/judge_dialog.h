// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "app/chat/judge_plan.h"
#include "ui/theme/theme.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QPlainTextEdit;
class QPushButton;

namespace app {
struct Services;
}

namespace ui {

class ModelButton;
class ModelChooser;
class ThemedLabel;

/// Asks whom to ask about the answers of a round, by which rubric and about which of them, and says
/// what that takes. Judge and rubric are kept in the preferences once the judge is asked.
class JudgeDialog : public QDialog
{
    Q_OBJECT
public:
    /// `round` has two answers at least. The services outlive it.
    JudgeDialog(const Theme &theme, app::Services &services, app::ChatPtr chat, app::RoundId round,
                QWidget *parent = nullptr);
    ~JudgeDialog() override;

    void setJudge(const QString &providerId, const QString &model);
    /// What would be asked now.
    [[nodiscard]] app::JudgeOrder order() const;

signals:
    void started(app::RoundId judging);
    void providersRequested();

private:
    QWidget *makeBody();
    QWidget *makeRubric(QWidget *parent);
    QWidget *makeAnswers(QWidget *parent);
    QWidget *makeFooter();
    void chooseUsualJudge();
    void chooseModel();
    void refresh();
    void refreshEffort();
    void start();
    [[nodiscard]] bool hasImages() const;
    [[nodiscard]] QString effort() const;

    const Theme &m_theme;
    app::Services &m_services;
    app::ChatPtr m_chat;
    app::RoundId m_round;
    QList<app::RoundAnswer> m_answers;
    QString m_providerId;
    QString m_judge;
    ModelChooser *m_chooser;
    ModelButton *m_model;
    QPlainTextEdit *m_rubric;
    QPushButton *m_usual = nullptr;
    QList<QCheckBox *> m_boxes; ///< as many as answers
    QCheckBox *m_images;
    ThemedLabel *m_effort;
    QPushButton *m_start = nullptr;
    QTimer m_reckon; ///< all requests are written to see what they cost: not at every key
};

} // namespace ui
