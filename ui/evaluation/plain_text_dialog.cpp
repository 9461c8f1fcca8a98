// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/plain_text_dialog.h"

#include "ui/widgets/fit_to_screen.h"
#include "ui/widgets/separator.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr QSize kPlainTextDialogSize{680, 560};
} // namespace

PlainTextDialog::PlainTextDialog(const Theme &theme, const QString &title, const QString &text,
                                 QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    auto *view = new QPlainTextEdit(this);
    view->setReadOnly(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setTabChangesFocus(true);
    view->setAccessibleName(title);
    view->setPlainText(text);
    view->document()->setDocumentMargin(metrics::kStep3);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setContentsMargins(metrics::kStep3, metrics::kStep2, metrics::kStep3, metrics::kStep2);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(view, 1);
    layout->addWidget(new Separator(theme, Qt::Horizontal, this));
    layout->addWidget(buttons);
    resizeWithinScreen(*this, kPlainTextDialogSize);
}

} // namespace ui
