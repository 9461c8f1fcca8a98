// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attachments/address_dialog.h"

#include "app/attachments/image_address.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/image_wording.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kAddressWidth = 440;
}

AddressDialog::AddressDialog(const Theme &theme, const QString &address, QWidget *parent)
    : QDialog(parent), m_address(new QLineEdit(address, this)),
      m_problem(new ThemedLabel(theme, TextRole::Small, &Colours::danger, this))
{
    setWindowTitle(tr("Image by address"));
    auto *about = new ThemedLabel(theme, TextRole::Body, &Colours::text, this);
    about->setText(tr("The server that answers fetches the image; Diptych does not. So it must be "
                      "reachable for that server, and it is sent as it is, with all that it says "
                      "about itself."));
    about->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    about->setWordWrap(true);
    m_address->setPlaceholderText(u"https://"_s);
    m_address->setAccessibleName(tr("Address of the image"));
    m_problem->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    layout->setSpacing(metrics::kStep3);
    layout->addWidget(about);
    layout->addWidget(m_address);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(kAddressWidth);
    connect(buttons, &QDialogButtonBox::accepted, this, &AddressDialog::go);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_address, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    m_address->setFocus();
}

AddressDialog::~AddressDialog() = default;

void AddressDialog::go()
{
    const auto image = app::imageByAddress(m_address->text());
    if (!image) {
        m_problem->setText(imageProblemText(image.error(), {}));
        m_problem->show();
        m_address->setFocus();
        return;
    }
    accept();
    emit chosen(*image);
}

} // namespace ui
