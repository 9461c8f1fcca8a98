// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace app {

/// The one name of a language for all that people write behind a fence: "typescript" for TSX.
[[nodiscard]] QByteArray codeLanguageName(const QByteArray &written);
/// By that name: its definition is one of ours.
[[nodiscard]] bool hasOwnDefinition(const QByteArray &name);
/// The folder of our definitions, resources/highlight: beside the installed program, else where
/// this program was built. Empty: there is none.
[[nodiscard]] QString ownDefinitions();

/// The name of a language as people write it: "C++" for cpp; the word itself where there is none.
[[nodiscard]] QByteArray languageLabel(const QByteArray &language);

} // namespace app
