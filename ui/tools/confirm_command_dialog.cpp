// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/confirm_command_dialog.h"

#include "app/base/visible_text.h"
#include "app/tools/child_process.h"
#include "ui/tools/tool_wording.h"
#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/themed_label.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr QSize kConfirmCommandSize{560, 320};
} // namespace

ConfirmCommandDialog::ConfirmCommandDialog(const Theme &theme, const app::ToolSource &source,
                                           QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Confirm the command"));
    const QString name = strangersText(source.name, 80);
    auto *sentence = new ThemedLabel(theme, TextRole::Body, &Colours::text, this);
    sentence->setWordWrap(true);
    sentence->setText(source.kind == app::ToolSourceKind::Command
                          ? tr("At each call of “%1” this is run with your rights:").arg(name)
                          : tr("When a lane needs “%1” this is run with your rights:").arg(name));
    auto *command = new QPlainTextEdit(wholeCommand(source.command), this);
    command->setReadOnly(true);
    command->setTabChangesFocus(true);
    command->setFont(theme.font(TextRole::Code));
    command->setAccessibleName(tr("The command"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    buttons->addButton(tr("Keep this command"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // What Return does without a thought.
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setFocus();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    layout->setSpacing(metrics::kStep3);
    layout->addWidget(sentence);
    layout->addWidget(command, 1);
    layout->addWidget(buttons);
    resizeWithinScreen(*this, kConfirmCommandSize);
}

QString ConfirmCommandDialog::wholeCommand(const app::CommandLine &command)
{
    QStringList lines{commandText(command)};
    const QString path = app::executablePath(command.program);
    if (!path.isEmpty() && path != command.program)
        lines.append(tr("The program is %1.").arg(app::withVisibleCharacters(path)));
    if (!command.folder.isEmpty())
        lines.append(tr("It works in %1.").arg(app::withVisibleCharacters(command.folder)));
    QStringList variables;
    for (const auto &[name, value] : command.environment)
        variables.append(app::withVisibleCharacters(name + u'=' + value));
    if (!variables.isEmpty())
        lines.append(variables.join(u'\n'));
    return lines.join(u"\n\n"_s);
}

} // namespace ui
