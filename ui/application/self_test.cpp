// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/self_test.h"

#include "app/base/when_done.h"
#include "app/chat/chats.h"
#include "app/library/library.h"
#include "app/markdown/code_highlighter.h"
#include "app/settings/memory_secret_store.h"
#include "ui/wording/error_wording.h"

#include <QDirIterator>
#include <QIcon>
#include <QImageReader>
#include <QSslSocket>
#include <QTextStream>
#include <QTimer>
#include <QTranslator>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::seconds kPatience{60};
} // namespace

SelfTest::SelfTest(QObject *parent) : QObject(parent)
{
}

SelfTest::~SelfTest() = default;

void SelfTest::start()
{
    QTimer::singleShot(kPatience, this, [this] {
        report(u"reply"_s, false, u"none came in time"_s);
        end();
    });
    checkPlugins();
    checkTranslations();
    checkHighlighting();
    checkStore();
}

void SelfTest::report(const QString &part, bool works, const QString &detail)
{
    m_passed = m_passed && works;
    QTextStream out(stdout);
    out << (works ? "ok      " : "FAILED  ") << part;
    if (!detail.isEmpty())
        out << ": " << detail;
    out << '\n';
}

void SelfTest::checkPlugins()
{
    const QList<QByteArray> formats = QImageReader::supportedImageFormats();
    for (const char *format : {"png", "jpeg", "webp"})
        report(u"images, %1"_s.arg(QLatin1StringView(format)), formats.contains(format));
    report(u"icons"_s, !QIcon(u":/icons/diptych.svg"_s).pixmap(32).isNull());
    report(u"encrypted connections"_s, QSslSocket::supportsSsl(),
           QSslSocket::sslLibraryVersionString());
}

void SelfTest::checkTranslations()
{
    for (QDirIterator it(u":/i18n"_s, {u"diptych_*.qm"_s}); it.hasNext();) {
        const QString file = it.next();
        QTranslator translator;
        report(u"translation, %1"_s.arg(it.fileName()), translator.load(file));
    }
}

void SelfTest::checkHighlighting()
{
    const app::HighlightedLines lines = app::highlightCode("cpp", {"return 0; // done"});
    report(u"coloured code"_s, !lines.lines.isEmpty() && !lines.lines.first().isEmpty());
}

void SelfTest::checkStore()
{
    app::Services::Options options;
    options.paths = app::Paths::inFolder(m_profile.path());
    options.secrets = std::make_unique<app::MemorySecretStore>();
    m_services = std::make_unique<app::Services>(std::move(options));
    app::whenDone(
        m_services->store->opened(), this, [this](const app::Result<app::Store::Opening> &opening) {
            const bool works = opening && !opening->readOnly;
            report(u"store"_s, works, opening ? QString() : shortened(opening.error().message));
            if (works)
                checkReply();
            else
                end();
        });
}

void SelfTest::checkReply()
{
    app::Lane lane;
    lane.id = app::LaneId::next();
    lane.providerId = app::demoProvider().id;
    lane.model = app::demoModel();
    const app::ConversationPtr conversation = m_services->library->create({lane});
    const app::ChatPtr chat = m_services->chats->chat(conversation);
    connect(chat.get(), &app::Chat::turnEnded, this,
            [this, conversation](app::LaneId, app::MessageId reply) {
                const app::Message *message = conversation->message(reply);
                report(u"reply"_s, message && message->state == app::MessageState::Complete
                                       && !app::textOf(message->parts).isEmpty());
                end();
            });
    chat->send({u"Hello"_s, {}});
}

void SelfTest::end()
{
    // Through the event loop: the chat that brought this is on the stack.
    QMetaObject::invokeMethod(
        this, [this] { emit finished(m_passed); }, Qt::QueuedConnection);
}

} // namespace ui
