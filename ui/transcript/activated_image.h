// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/chat/chats.h"

#include <QByteArray>
#include <QString>

namespace ui {

/// An image of a transcript that somebody wants to see in full.
struct ActivatedImage
{
    app::MessageId message; ///< that shows it
    QByteArray sha256; ///< empty: it came from elsewhere, with its bytes
    QByteArray bytes;
    QString name; ///< plain text; may be empty
    app::ChatPtr chat; ///< of the message; null where there is none
    app::TurnId turn; ///< of a cell, which is seen alone; none: all lanes
};

} // namespace ui
