// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/schema/schema_verdict.h"

#include <QFuture>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <list>
#include <memory>

namespace app {

struct SchemaRequest;

/// Asks diptych-schema-check whether values fit schemas. The process is started by the first
/// question and stays; when a limit or a fault ends it, the question on its way was not checked,
/// and the next one gets a new process. Questions are answered one after the other, each exactly
/// once; what was not answered when the checker dies is cancelled. No question waits longer than
/// setLimit() once it is its turn. GUI thread, which never waits.
class SchemaChecker : public QObject
{
    Q_OBJECT
public:
    explicit SchemaChecker(QObject *parent = nullptr);
    ~SchemaChecker() override;

    /// `schema` and `value` are JSON texts.
    [[nodiscard]] QFuture<SchemaVerdict> check(const QByteArray &schema, const QByteArray &value);
    /// Whether it is a schema that values can be checked by.
    [[nodiscard]] QFuture<SchemaVerdict> checkSchema(const QByteArray &schema);

    /// Starts the process before it is asked, so that the first answer comes as quickly as others.
    void warmUp();

    /// Of the wall clock, for one question; 10 s.
    void setLimit(std::chrono::milliseconds limit) { m_patience.setInterval(limit); }
    /// For tests: another program than diptych-schema-check.
    void setProgram(const QString &program) { m_program = program; }
    /// 0: it is not running.
    [[nodiscard]] qint64 processId() const;

private:
    struct Question;

    [[nodiscard]] QFuture<SchemaVerdict> ask(SchemaRequest request);
    void startProcess();
    void sendNext();
    void readAnswers();
    void answer(const SchemaVerdict &verdict);
    void giveUp(NotCheckedReason reason);
    void takeEnd();
    void dropProcess();

    QString m_program;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_received;
    std::list<Question> m_questions; ///< the first is on its way
    bool m_isAsking = false;
    quint32 m_lastNumber = 0;
    QTimer m_patience;
};

/// Where diptych-schema-check lies: beside the program that runs, or among the programs that are
/// for other programs. Empty: nowhere.
[[nodiscard]] QString schemaCheckProgram();

} // namespace app
