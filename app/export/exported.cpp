// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/exported.h"

#include "app/schema/json_text.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kAlphabet = 26;

void addImages(const QList<Message> &messages, QList<ImagePart> &images, QSet<QByteArray> &known)
{
    for (const Message &message : messages) {
        for (const Part &part : message.parts) {
            const auto *image = std::get_if<ImagePart>(&part);
            if (!image || known.contains(image->sha256))
                continue;
            known.insert(image->sha256);
            images.append(*image);
        }
    }
}

} // namespace

QByteArray answerText(const ExportedAnswer &answer)
{
    QByteArray text;
    for (const Message &message : answer.messages) {
        if (message.role != Role::Assistant)
            continue;
        const QByteArray said = textOf(message.parts);
        if (!text.isEmpty() && !said.isEmpty() && !message.continues)
            text += "\n\n";
        text += said;
    }
    return text;
}

Parts answerParts(const ExportedAnswer &answer)
{
    Parts parts;
    for (const Message &message : answer.messages) {
        bool joins = message.continues.isValid();
        for (const Part &part : message.parts) {
            const auto *text = std::get_if<TextPart>(&part);
            auto *before = parts.isEmpty() ? nullptr : std::get_if<TextPart>(&parts.last());
            if (text && before && joins)
                before->text += text->text;
            else
                parts.append(part);
            joins = true;
        }
    }
    return parts;
}

QString laneLetterText(int letter)
{
    QString name;
    for (int left = letter; left >= 0; left = left / kAlphabet - 1)
        name.prepend(QChar(u'A' + left % kAlphabet));
    return name;
}

QString plainValue(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    return QString::fromUtf8(compactJson(value));
}

QString coordinatesText(const QJsonObject &coordinates)
{
    QStringList parts;
    for (auto at = coordinates.begin(); at != coordinates.end(); ++at)
        parts.append(at.key() + u" = "_s + plainValue(at.value()));
    return parts.join(u", "_s);
}

QList<ImagePart> exportedImages(const Exported &exported)
{
    QList<ImagePart> images;
    QSet<QByteArray> known;
    for (const ExportedRound &round : exported.rounds) {
        for (const ExportedPrompt &prompt : round.prompts)
            addImages(prompt.messages, images, known);
        for (const ExportedAnswer &answer : round.answers)
            addImages(answer.messages, images, known);
    }
    return images;
}

} // namespace app
