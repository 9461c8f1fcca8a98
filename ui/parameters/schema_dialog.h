// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/schema/schema_checker.h"
#include "ui/parameters/json_editor_dialog.h"

#include <QJsonObject>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace ui {

/// The answer format "json_schema": a name, strict or not, and the schema. taken() carries the
/// whole value of response_format. While one types, the schema is held against the schema of
/// schemas, and sample answers against the schema; a schema can be made from samples. A helper
/// process of its own does that: a schema that is being typed may do anything to it.
class SchemaDialog final : public JsonEditorDialog
{
    Q_OBJECT
public:
    SchemaDialog(const Theme &theme, QWidget *parent = nullptr);

    void setFormat(const QJsonObject &responseFormat);
    void setSamples(const QString &text);
    /// What was found out about the samples; empty: there are none.
    [[nodiscard]] QString samplesText() const;
    /// What is wrong with the schema; empty: nothing, as far as is known.
    [[nodiscard]] QString schemaProblem() const { return m_schemaProblem; }

signals:
    void checked(); ///< schema and samples

protected:
    [[nodiscard]] QJsonValue result() const override;
    [[nodiscard]] QString otherProblem() const override;

private:
    void addNameLine();
    void addSamples();
    void checkSchemaSoon();
    void takeSchema(const app::SchemaVerdict &verdict);
    void checkSamples();
    void takeSample(const app::SchemaVerdict &verdict);
    void showSamples(const QString &text, QColor Colours::*colour);
    void infer();

    app::SchemaChecker m_checker;
    QTimer m_pause; ///< of typing
    QLineEdit *m_name = nullptr;
    QCheckBox *m_strict = nullptr;
    QPlainTextEdit *m_samples = nullptr;
    ThemedLabel *m_samplesStatus = nullptr;
    QPushButton *m_infer = nullptr;
    QString m_checkedText; ///< the schema that the verdict is of
    QString m_schemaProblem;
    QList<QByteArray> m_waiting; ///< samples that are to be checked
    qsizetype m_sample = 0; ///< the one that is being checked, from 1
    int m_wish = 0; ///< number of the newest check; what comes late is of another text
};

/// The JSON values that follow one another in a text; what is behind a broken one is left out.
/// `broken` becomes the number of the broken one, from 1, or 0.
[[nodiscard]] QList<QByteArray> jsonValuesIn(const QByteArray &text, qsizetype &broken);

} // namespace ui
