// SPDX-License-Identifier: GPL-3.0-or-later
// What is copied and saved of a record. All of it is made on a worker.
#include "app/base/when_done.h"
#include "app/record/record_json.h"
#include "ui/record/facts_view.h"
#include "ui/record/record_pages.h"
#include "ui/record/record_saving.h"
#include "ui/record/record_window.h"
#include "ui/record/record_wording.h"
#include "ui/widgets/file_saving.h"
#include "ui/widgets/themed_label.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonDocument>
#include <QMenu>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

void RecordWindow::fillMenus()
{
    m_copy->addAction(tr("Overview"), this, [this] {
        copyText(factsText(page(kOverviewPage).facts()), tr("The overview is copied."));
    });
    m_copyBody = m_copy->addAction(tr("Body of the request"), this, &RecordWindow::copyBody);
    m_recordActions.append(
        m_copy->addAction(tr("Record as JSON"), this, &RecordWindow::copyRecord));
    m_copy->addSeparator();
    using Language = app::ScriptLanguage;
    for (const Language language : {Language::Curl, Language::Python, Language::JavaScript}) {
        m_scriptActions.append(m_copy->addAction(scriptLanguageText(language), this,
                                                 [this, language] { copyScript(language); }));
        //: In the menu "Save": %1 is the kind of a script.
        m_scriptActions.append(
            m_save->addAction(tr("%1, its images beside it…").arg(scriptLanguageText(language)),
                              this, [this, language] { saveScript(m_record, language, this); }));
    }
    m_save->addSeparator();
    m_recordActions.append(m_save->addAction(tr("Record as JSON…"), this, [this] {
        app::whenDone(QtConcurrent::run([record = m_record] {
                          return QJsonDocument(app::recordJson(record)).toJson();
                      }),
                      this, [this](const QByteArray &json) {
                          saveFileAs(json, u"record-%1.json"_s.arg(m_record.run().id.value()),
                                     tr("Record as JSON"), this);
                      });
    }));
    m_saveRaw = m_save->addAction(tr("Raw stream…"), this, &RecordWindow::saveRaw);
}

void RecordWindow::copyText(const QString &text, const QString &said)
{
    QApplication::clipboard()->setText(text);
    m_status->setText(said);
    m_status->show();
    emit copied();
}

void RecordWindow::copyBody()
{
    app::whenDone(QtConcurrent::run([body = m_record.body] { return QString::fromUtf8(body); }),
                  this, [this](const QString &body) {
                      copyText(body, tr("The body is copied whole, with its images."));
                  });
}

void RecordWindow::copyRecord()
{
    app::whenDone(QtConcurrent::run([record = m_record] {
                      return QString::fromUtf8(QJsonDocument(app::recordJson(record)).toJson());
                  }),
                  this,
                  [this](const QString &json) { copyText(json, tr("The record is copied.")); });
}

void RecordWindow::copyScript(app::ScriptLanguage language)
{
    const app::ScriptImages images = app::usualScriptImages(m_record);
    const bool needsFiles = images == app::ScriptImages::Files;
    QString said =
        m_record.keyVariable.isEmpty()
            ? tr("The script is copied.")
            : tr("The script is copied. It takes the key from %1.").arg(m_record.keyVariable);
    if (needsFiles)
        said = tr("%1 Its images are not in it: “Save” writes both.").arg(said);
    app::whenDone(QtConcurrent::run([record = m_record, language, images] {
                      return QString::fromUtf8(requestScript(record, language, images).text);
                  }),
                  this, [this, said](const QString &script) { copyText(script, said); });
}

void RecordWindow::saveRaw()
{
    saveFileAs(m_raw.bytes, u"stream-%1.txt"_s.arg(m_record.run().id.value()), tr("Raw stream"),
               this);
}

} // namespace ui
