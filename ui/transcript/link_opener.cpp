// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/link_opener.h"

#include "ui/widgets/literal_text.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Link
{
    Q_DECLARE_TR_FUNCTIONS(Link)
};

constexpr int kAskedAddress = 400;

/// Without what RFC 6068 does not name, or others would not see: some mail programs take
/// "attach=", and send a file.
QUrl withoutAttachments(QUrl mail)
{
    const QStringList harmless{u"subject"_s, u"body"_s, u"cc"_s};
    QUrlQuery query(mail);
    for (const auto &[name, value] : query.queryItems(QUrl::FullyEncoded)) {
        if (!harmless.contains(name, Qt::CaseInsensitive))
            query.removeAllQueryItems(name);
    }
    mail.setQuery(query.isEmpty() ? QString() : query.query(QUrl::FullyEncoded));
    return mail;
}

} // namespace

QUrl openableLink(const QByteArray &address)
{
    const QUrl url = QUrl::fromEncoded(address, QUrl::TolerantMode);
    const QString scheme = url.scheme();
    const bool web = (scheme == "https"_L1 || scheme == "http"_L1) && !url.host().isEmpty();
    const bool mail = scheme == "mailto"_L1 && !url.path().isEmpty();
    if (!url.isValid() || (!web && !mail))
        return {};
    return mail && url.hasQuery() ? withoutAttachments(url) : url;
}

QString linkHost(const QUrl &link)
{
    if (link.scheme() == "mailto"_L1)
        return link.path();
    return link.host(QUrl::FullyEncoded);
}

void askToOpenLink(const QUrl &link, QWidget *parent)
{
    if (openableLink(link.toEncoded()).isEmpty())
        return;
    auto *box = new QMessageBox(QMessageBox::Question, Link::tr("Open link"),
                                link.scheme() == "mailto"_L1
                                    ? Link::tr("Write a mail to %1?").arg(linkHost(link))
                                    : Link::tr("Open a page of %1?").arg(linkHost(link)),
                                QMessageBox::Cancel, parent);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        literally(QString::fromUtf8(link.toEncoded(QUrl::RemoveUserInfo)).left(kAskedAddress)));
    const QPushButton *open = box->addButton(Link::tr("Open"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(open, &QPushButton::clicked, box, [link] { QDesktopServices::openUrl(link); });
    box->open();
}

} // namespace ui
