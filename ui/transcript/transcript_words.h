// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace ui {

/// The translation context of what the transcript writes outside of a QObject: `Transcript::tr()`.
struct Transcript
{
    Q_DECLARE_TR_FUNCTIONS(Transcript)
};

} // namespace ui
