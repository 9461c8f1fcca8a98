// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask_format.h"

#include "app/schema/failure_text.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using Kind = FormatVerdict::Kind;

constexpr qsizetype kShownFailures = 20; ///< in a terminal

QString faultText(JsonOutline::Fault fault)
{
    switch (fault) {
    case JsonOutline::Fault::None:
    case JsonOutline::Fault::Unexpected:
        return u"this character cannot stand here"_s;
    case JsonOutline::Fault::Control:
        return u"a control character within a text"_s;
    case JsonOutline::Fault::Escape:
        return u"this is no escape sequence"_s;
    case JsonOutline::Fault::Number:
        return u"this is no number"_s;
    case JsonOutline::Fault::Word:
        return u"this is neither true, false nor null"_s;
    case JsonOutline::Fault::Trailing:
        return u"there is more text behind the JSON"_s;
    case JsonOutline::Fault::TooDeep:
        return u"it is nested too deeply"_s;
    case JsonOutline::Fault::TooMany:
        return u"it has too many values"_s;
    case JsonOutline::Fault::TooLarge:
        return u"it is too large"_s;
    }
    return {};
}

QString wholeText(const FormatVerdict &verdict)
{
    const auto at = [&](const QString &text) {
        return text.arg(verdict.place.line).arg(verdict.place.column);
    };
    switch (verdict.kind) {
    case Kind::Fits:
    case Kind::DoesNotFit:
        return {};
    case Kind::NotChecked:
        return notCheckedText(verdict.schema);
    case Kind::NotAnObject:
        return u"it is JSON, but not an object"_s;
    case Kind::NoJson:
        return u"there is no JSON in it"_s;
    case Kind::Broken:
        return at(u"broken JSON at line %1, column %2: "_s) + faultText(verdict.fault);
    case Kind::Cut:
        return at(verdict.byLimit ? u"the token limit cut the JSON at line %1, column %2"_s
                                  : u"the JSON is cut at line %1, column %2"_s);
    }
    return {};
}

QString failureLine(const SchemaFailure &failure)
{
    return u"  %1: %2"_s.arg(failure.path.isEmpty() ? u"/"_s : failure.path, failure.message);
}

QJsonArray errorsToJson(const FormatVerdict &verdict, qsizetype choice)
{
    QJsonArray errors;
    const auto add = [&](QJsonObject error) {
        if (choice > 0)
            error.insert(u"choice"_s, choice);
        errors.append(error);
    };
    for (const SchemaFailure &failure : verdict.schema.failures) {
        add({{u"path"_s, failure.path},
             {u"keyword"_s, failure.keyword},
             {u"message"_s, failure.message}});
    }
    const bool isOfAnswer = verdict.kind != Kind::NotChecked;
    if (const QString text = wholeText(verdict); isOfAnswer && !text.isEmpty())
        add({{u"path"_s, QString()}, {u"keyword"_s, QJsonValue::Null}, {u"message"_s, text}});
    return errors;
}

QFuture<QList<FormatVerdict>> checkFrom(SchemaChecker &checker, const AnswerFormat &format,
                                        const QList<Choice> &choices,
                                        const QList<FormatVerdict> &done)
{
    if (done.size() == choices.size())
        return QtFuture::makeReadyFuture(QList<FormatVerdict>(done)); // a list of its own
    return checkAnswer(checker, format, choices.at(done.size()).text)
        .then([&checker, format, choices, done](FormatVerdict verdict) {
            verdict.byLimit = choices.at(done.size()).finishReason == "length"_L1;
            return checkFrom(checker, format, choices, done + QList{verdict});
        })
        .unwrap();
}

} // namespace

QFuture<QList<FormatVerdict>> checkChoices(SchemaChecker &checker, const AnswerFormat &format,
                                           const QList<Choice> &choices)
{
    return checkFrom(checker, format, choices, {});
}

bool allFit(const QList<FormatVerdict> &verdicts)
{
    return !verdicts.isEmpty() && std::ranges::all_of(verdicts, [](const FormatVerdict &each) {
        return each.kind == Kind::Fits;
    });
}

QJsonObject formatToJson(const QList<FormatVerdict> &verdicts)
{
    QJsonArray errors;
    QJsonValue valid = allFit(verdicts) ? QJsonValue(true) : QJsonValue(QJsonValue::Null);
    QJsonValue reason = QJsonValue::Null;
    for (qsizetype choice = 0; choice < verdicts.size(); ++choice) {
        const FormatVerdict &verdict = verdicts.at(choice);
        for (const QJsonValue &error : errorsToJson(verdict, choice))
            errors.append(error);
        if (verdict.kind == Kind::NotChecked)
            reason = notCheckedText(verdict.schema);
        else if (verdict.kind != Kind::Fits)
            valid = false;
    }
    return {{u"valid"_s, valid}, {u"errors"_s, errors}, {u"reason"_s, reason}};
}

QString formatSentence(const QList<FormatVerdict> &verdicts)
{
    QStringList lines;
    for (qsizetype choice = 0; choice < verdicts.size(); ++choice) {
        const FormatVerdict &verdict = verdicts.at(choice);
        if (verdict.kind == Kind::Fits)
            continue;
        const QString which =
            verdicts.size() > 1 ? u"answer %1"_s.arg(choice + 1) : u"the answer"_s;
        const QString what = verdict.kind == Kind::NotChecked
                                 ? u"%1 could not be checked"_s.arg(which)
                                 : u"%1 does not have the format that was asked for"_s.arg(which);
        const QString whole = wholeText(verdict);
        lines.append(whole.isEmpty() ? what : what + u": "_s + whole);
        for (const SchemaFailure &failure :
             verdict.schema.failures.first(qMin(kShownFailures, verdict.schema.failures.size())))
            lines.append(failureLine(failure));
        if (verdict.schema.failures.size() > kShownFailures || verdict.schema.hasMore)
            lines.append(u"  … and more"_s);
    }
    return lines.join(u'\n');
}

QString schemaSentence(const SchemaVerdict &verdict)
{
    QStringList lines{notCheckedText(verdict)};
    for (const SchemaFailure &failure :
         verdict.failures.first(qMin(kShownFailures, verdict.failures.size())))
        lines.append(failureLine(failure));
    return lines.join(u'\n');
}

} // namespace app
