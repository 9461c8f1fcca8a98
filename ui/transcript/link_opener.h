// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

class QWidget;

namespace ui {

/// The address a link of a text leads to; empty unless it is https, http or mailto. Text of models
/// is untrusted: nothing else is ever opened, and a mail brings no more than its subject, its text
/// and who gets a copy.
[[nodiscard]] QUrl openableLink(const QByteArray &address);
/// The host as it really is ("example.org", in ASCII where letters of several scripts are mixed),
/// or the mail address; for showing before a link is opened.
[[nodiscard]] QString linkHost(const QUrl &link);
/// The only way by which links leave the program: shows where it leads and asks, then opens it with
/// the program of the system. Does not block.
void askToOpenLink(const QUrl &link, QWidget *parent);

} // namespace ui
