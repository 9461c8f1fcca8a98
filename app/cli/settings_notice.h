// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

class Settings;
class Terminal;

/// What became of a settings file that could not be read, in one line on `errors`; nothing where it
/// was whole. Every command says it that reads settings.
void tellOfBrokenSettings(const Settings &settings, Terminal &errors);

} // namespace app
