// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/belief.h"

#include <QList>

namespace ui {

/// A lane that images are sent to.
struct ImageReceiver
{
    int letter = 0; ///< as it is shown
    QString provider; ///< its name
    app::ModelInfo model;
    app::Belief sight; ///< whether the model sees images, and why that is believed

    bool operator==(const ImageReceiver &) const = default;
};

/// All that get what is in one composer.
struct ImageReceivers
{
    QList<ImageReceiver> lanes; ///< empty under a veil: names, tokens and prices tell who it is
    bool isVeiled = false;

    bool operator==(const ImageReceivers &) const = default;
};

} // namespace ui
