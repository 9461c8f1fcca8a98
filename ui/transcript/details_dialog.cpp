// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/details_dialog.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QLabel *label(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    return label;
}

} // namespace

DetailsDialog::DetailsDialog(const QList<QList<RunFact>> &runs, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Details of the answer"));
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setHorizontalSpacing(metrics::kStep5);
    grid->setVerticalSpacing(metrics::kStep1);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const QList<RunFact> &facts : runs) {
        if (row > 0)
            grid->setRowMinimumHeight(row++, metrics::kStep4);
        for (const RunFact &fact : facts) {
            auto *value = label(fact.value, content);
            value->setTextInteractionFlags(Qt::TextSelectableByMouse
                                           | Qt::TextSelectableByKeyboard);
            value->setWordWrap(true);
            auto *name = label(fact.name, content);
            name->setForegroundRole(QPalette::PlaceholderText);
            name->setBuddy(value);
            grid->addWidget(name, row, 0);
            grid->addWidget(value, row++, 1);
        }
    }
    grid->setRowStretch(row, 1);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // the facts in it have it, and bring themselves into sight
    area->setWidgetResizable(true);
    area->setWidget(content);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
            [text = asText(runs)] { QApplication::clipboard()->setText(text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(area);
    layout->addWidget(buttons);
    resize(460, qMin(560, content->sizeHint().height() + 90));
}

QString DetailsDialog::asText(const QList<QList<RunFact>> &runs)
{
    QStringList parts;
    for (const QList<RunFact> &facts : runs) {
        QStringList lines;
        for (const RunFact &fact : facts)
            lines.append(fact.name + u'\t' + fact.value);
        parts.append(lines.join(u'\n'));
    }
    return parts.join("\n\n"_L1);
}

} // namespace ui
