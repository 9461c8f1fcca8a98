// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/record_wording.h"

#include "ui/wording/error_wording.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct RecordText
{
    Q_DECLARE_TR_FUNCTIONS(ui::RecordText)
public:
    static QString exactness(app::Exactness exactness)
    {
        switch (exactness) {
        case app::Exactness::Exact:
            return tr("This is what the server received, byte for byte: its SHA-256 is the one "
                      "noted when it was sent.");
        case app::Exactness::KeyHidden:
            return tr("This is what the server received, but for a key in it that is hidden here.");
        case app::Exactness::Differs:
            return tr(
                "This was built again from the conversation, but its bytes are not those that "
                "were sent.");
        case app::Exactness::ImageGone:
            return tr("The request cannot be built again: an image of it is gone.");
        case app::Exactness::MessageGone:
            return tr("The request cannot be built again: a message of it is gone.");
        case app::Exactness::NothingSent:
            return tr("Nothing was sent: the run ended before.");
        }
        return {};
    }
    static QString noScript(const app::RecordedRun &record)
    {
        if (app::canBeScript(record))
            return {};
        if (record.body.isEmpty())
            return exactness(record.exactness);
        if (record.isDemo)
            return tr("The demo is a part of this program: another one cannot ask it.");
        return tr("The address of the provider is not known any more.");
    }
    static QString noRecord(const app::Error &error)
    {
        if (error.kind == app::ErrorKind::NotFound)
            return tr("This answer is not kept, so there is no more to tell of it.");
        if (error.kind == app::ErrorKind::Forbidden)
            return tr("The request holds answers of a blind round. It shows with their names.");
        return errorSentence(error, {}, {}).text;
    }
    static QString language(app::ScriptLanguage language)
    {
        switch (language) {
        case app::ScriptLanguage::Curl:
            return tr("Shell script with curl");
        case app::ScriptLanguage::Python:
            return tr("Python with the package openai");
        case app::ScriptLanguage::JavaScript:
            return tr("JavaScript for Node");
        }
        return {};
    }
};

} // namespace

QString exactnessText(app::Exactness exactness)
{
    return RecordText::exactness(exactness);
}

QString noScriptText(const app::RecordedRun &record)
{
    return RecordText::noScript(record);
}

QString noRecordText(const app::Error &error)
{
    return RecordText::noRecord(error);
}

QString scriptLanguageText(app::ScriptLanguage language)
{
    return RecordText::language(language);
}

} // namespace ui
