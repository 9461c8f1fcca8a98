// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/prompt_wording.h"

#include "ui/wording/error_wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct PromptWords
{
    Q_DECLARE_TR_FUNCTIONS(PromptWords)
};

constexpr int kLongestShownPreset = 40;

QString variableText(const app::PromptVariable &variable)
{
    if (!variable.choices.isEmpty())
        //: A variable of a prompt and what it may be: "tone (formal, casual)".
        return PromptWords::tr("%1 (%2)").arg(
            variable.name, shortened(variable.choices.join(u", "_s), kLongestShownPreset));
    if (variable.isOptional)
        //: A variable of a prompt and what it is unless one says something else: "n = 5".
        return PromptWords::tr("%1 = %2").arg(variable.name,
                                              shortened(variable.preset, kLongestShownPreset));
    return variable.name;
}

} // namespace

QString variablesText(const QList<app::PromptVariable> &variables)
{
    if (variables.isEmpty())
        return PromptWords::tr("No variables. Write {{language}} where something is to be asked.");
    QStringList texts;
    for (const app::PromptVariable &variable : variables)
        texts.append(variableText(variable));
    return PromptWords::tr("Variables: %1").arg(texts.join(u" · "_s));
}

QString problemText(const app::PromptTemplate::Problem &problem, const QString &text)
{
    using Kind = app::PromptTemplate::Problem::Kind;
    const QStringView before = QStringView(text).first(problem.position);
    const auto line = before.count(u'\n') + 1;
    const auto column = problem.position - (before.lastIndexOf(u'\n') + 1) + 1;
    QString what;
    switch (problem.kind) {
    case Kind::Unclosed:
        what = PromptWords::tr("the braces are not closed in this line. They stay as they are.");
        break;
    case Kind::NoName:
        what = PromptWords::tr("this is no name of a variable. It stays as it is.");
        break;
    case Kind::TooMany:
        what = PromptWords::tr("there are more than %n variable(s). It stays as it is.", nullptr,
                               int(app::PromptTemplate::kMostVariables));
        break;
    }
    return PromptWords::tr("Line %1, column %2: %3")
        .arg(QString::number(line), QString::number(column), what);
}

QString previewText(const app::PromptTemplate &prompt)
{
    QHash<QString, QString> values;
    for (const app::PromptVariable &variable : prompt.variables()) {
        if (!variable.isOptional)
            values.insert(variable.name, u'‹' + variable.name + u'›');
    }
    return prompt.fill(values).text;
}

QString promptFailure(const app::Error &error)
{
    if (error.code == "prompt_too_large"_L1)
        return PromptWords::tr("it is larger than 1 MiB.");
    if (error.code == "prompt_no_text"_L1)
        return PromptWords::tr("it is no text in UTF-8.");
    if (error.code == "prompt_name_taken"_L1)
        return PromptWords::tr("there is a prompt with that name.");
    return shortened(error.message);
}

} // namespace ui
