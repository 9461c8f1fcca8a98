// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/conversation_export.h"

#include "app/chat/chats.h"
#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/memory_secret_store.h"
#include "tests/support/patience.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QPrintPreviewDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

/// A conversation with the demo that was answered.
struct Window
{
    Window()
        : services({.paths = app::Paths::inFolder(folder.path()),
                    .secrets = std::make_unique<app::MemorySecretStore>()}),
          exporter(theme, services, &widget)
    {
        theme.apply({});
        app::Lane lane;
        lane.id = app::LaneId::next();
        lane.providerId = app::demoProvider().id;
        lane.model = u"diptych/json"_s;
        conversation = services.library->create({lane});
        services.chats->chat(conversation)->send({u"Hello, export"_s, {}});
    }

    QTemporaryDir folder;
    app::Services services;
    Theme theme;
    QWidget widget;
    ConversationExport exporter;
    app::ConversationPtr conversation;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template <typename Dialog>
Dialog *shownDialog(const QWidget &window)
{
    for (auto *dialog : window.findChildren<Dialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

} // namespace

class ConversationExportTest : public QObject
{
    Q_OBJECT
private slots:
    void writesAndSaysWhere()
    {
        Window f;
        QTRY_VERIFY_WITH_TIMEOUT(!f.services.chats->isBusy(), tests::kPatienceMs);
        QSignalSpy saved(&f.exporter, &ConversationExport::saved);
        const QString path = f.folder.filePath(u"page.html"_s);
        f.exporter.write(f.conversation, {}, {}, path);
        QVERIFY(saved.wait(tests::kPatienceMs));
        QVERIFY(saved[0][0].toString().contains(path));
        QVERIFY(contentOf(path).contains("Hello, export"));
    }

    void saysWhyNot()
    {
        Window f;
        QTRY_VERIFY_WITH_TIMEOUT(!f.services.chats->isBusy(), tests::kPatienceMs);
        QSignalSpy failed(&f.exporter, &ConversationExport::failed);
        f.exporter.write(f.conversation, {}, {}, f.folder.filePath(u"no/such/folder.html"_s));
        QVERIFY(failed.wait(tests::kPatienceMs));
        QVERIFY(failed[0][0].toString().contains(u"cannot be written"_s));
    }

    void anEmptyConversationIsNothingToExport()
    {
        Window f;
        const app::ConversationPtr empty =
            f.services.library->create({f.conversation->lanes().constFirst()});
        QSignalSpy failed(&f.exporter, &ConversationExport::failed);
        f.exporter.ask(empty);
        f.exporter.print(empty);
        QCOMPARE(failed.count(), 2);
        QVERIFY(!f.widget.findChild<ExportDialog *>());
        QTRY_VERIFY_WITH_TIMEOUT(!f.services.chats->isBusy(), tests::kPatienceMs);
    }

    void asksFirst()
    {
        Window f;
        f.widget.show();
        QTRY_VERIFY_WITH_TIMEOUT(!f.services.chats->isBusy(), tests::kPatienceMs);
        f.exporter.ask(f.conversation);
        auto *dialog = shownDialog<ExportDialog>(f.widget);
        QVERIFY(dialog);
        QVERIFY(!dialog->choice().isRound);
        dialog->accept();
        QTRY_VERIFY_WITH_TIMEOUT(shownDialog<QFileDialog>(f.widget), tests::kPatienceMs);
        auto *where = shownDialog<QFileDialog>(f.widget);
        QVERIFY(where->selectedFiles().constFirst().endsWith(u".html"_s));
        QSignalSpy saved(&f.exporter, &ConversationExport::saved);
        const QString path = f.folder.filePath(u"chosen.html"_s);
        emit where->fileSelected(path);
        QVERIFY(saved.wait(tests::kPatienceMs));
        QVERIFY(QFile::exists(path));
    }

    void aConversationThatIsClosedIsOpenedForIt()
    {
        Window f;
        f.widget.show();
        QTRY_VERIFY_WITH_TIMEOUT(!f.services.chats->isBusy(), tests::kPatienceMs);
        f.exporter.ask(f.conversation->id());
        QTRY_VERIFY_WITH_TIMEOUT(shownDialog<ExportDialog>(f.widget), tests::kPatienceMs);
    }

    void printsWithAPreview()
    {
        Window f;
        f.widget.show();
        QTRY_VERIFY_WITH_TIMEOUT(!f.services.chats->isBusy(), tests::kPatienceMs);
        f.exporter.print(f.conversation);
        QTRY_VERIFY_WITH_TIMEOUT(shownDialog<QPrintPreviewDialog>(f.widget), tests::kPatienceMs);
        delete shownDialog<QPrintPreviewDialog>(f.widget);
    }
};

QTEST_MAIN(ConversationExportTest)
#include "conversation_export_test.moc"
