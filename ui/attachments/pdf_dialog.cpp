// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attachments/pdf_dialog.h"

#include "app/attachments/attachment_errors.h"
#include "app/attachments/page_ranges.h"
#include "app/base/when_done.h"
#include "ui/widgets/themed_label.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/image_wording.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kMostTextPages = 500;
constexpr int kMostCharacters = 400'000;
constexpr int kNarrowest = 380;
constexpr int kLongestPdfName = 60;

} // namespace

PdfDialog::PdfDialog(const Theme &theme, const QString &path, int room, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_file{path, {}}, m_room(room),
      m_about(new ThemedLabel(theme, TextRole::Body, &Colours::text, this)),
      m_problem(new ThemedLabel(theme, TextRole::Small, &Colours::danger, this)),
      m_form(new QFormLayout), m_password(new QLineEdit(this)), m_pages(new QLineEdit(this)),
      m_asImages(new QRadioButton(tr("Their &pictures"), this)),
      m_asText(new QRadioButton(tr("Their &text, into the message"), this))
{
    setWindowTitle(tr("Pages of a PDF file"));
    build();
    refresh();
    countPages();
}

PdfDialog::~PdfDialog() = default;

void PdfDialog::build()
{
    m_about->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_about->setWordWrap(true);
    m_problem->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_password->setEchoMode(QLineEdit::Password);
    m_pages->setPlaceholderText(tr("all, or as in 1-3, 5"));
    m_asImages->setChecked(true);
    m_form->setSpacing(metrics::kStep2);
    m_form->addRow(tr("Pass&word"), m_password);
    m_form->addRow(tr("Pa&ges"), m_pages);
    auto *ways = new QVBoxLayout;
    ways->setSpacing(metrics::kStep1);
    ways->addWidget(m_asImages);
    ways->addWidget(m_asText);
    m_form->addRow(tr("Attach"), ways);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kStep4, metrics::kStep4, metrics::kStep4, metrics::kStep4);
    layout->setSpacing(metrics::kStep3);
    layout->addWidget(m_about);
    layout->addLayout(m_form);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(kNarrowest);
    connect(buttons, &QDialogButtonBox::accepted, this, &PdfDialog::go);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QLineEdit *field : {m_password, m_pages})
        connect(field, &QLineEdit::textEdited, this, [this] { showProblem({}); });
}

void PdfDialog::countPages()
{
    m_isReading = true;
    refresh();
    app::whenDone(app::countPdfPagesLater(m_file), this,
                  [this](const app::Result<int> &count) { counted(count); });
}

void PdfDialog::counted(const app::Result<int> &count)
{
    m_isReading = false;
    if (count) {
        m_count = *count;
        refresh();
        m_pages->setFocus();
        return;
    }
    if (count.error().code != app::kPdfPasswordCode) {
        refresh();
        showProblem(imageProblemText(count.error(), {}));
        return;
    }
    // The first time nobody has said a wrong word yet.
    const bool isWrong = std::exchange(m_asksPassword, true);
    refresh();
    if (isWrong)
        showProblem(imageProblemText(count.error(), {}));
    m_password->setFocus();
    m_password->selectAll();
}

void PdfDialog::go()
{
    if (m_count == 0) {
        m_file.password = m_password->text();
        countPages();
        return;
    }
    const int most = m_asText->isChecked() ? kMostTextPages : m_room;
    const auto pages = app::readPageRanges(m_pages->text(), m_count, most);
    if (!pages) {
        showProblem(imageProblemText(pages.error(), {}));
        m_pages->setFocus();
        return;
    }
    if (m_asText->isChecked())
        return readText(*pages);
    emit pagesChosen(m_file, *pages);
    accept();
}

void PdfDialog::readText(const QList<int> &pages)
{
    m_isReading = true;
    refresh();
    app::whenDone(app::readPdfTextLater(m_file, pages, kMostCharacters), this,
                  [this](const app::Result<QString> &text) {
                      m_isReading = false;
                      refresh();
                      if (!text)
                          return showProblem(imageProblemText(text.error(), {}));
                      emit textTaken(*text);
                      accept();
                  });
}

void PdfDialog::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void PdfDialog::refresh()
{
    const QString name = shortened(QFileInfo(m_file.path).fileName(), kLongestPdfName);
    if (m_count > 0)
        m_about->setText(tr("“%1” has %n page(s).", nullptr, m_count).arg(name));
    else if (m_isReading)
        m_about->setText(tr("“%1” is being read…").arg(name));
    else if (m_asksPassword)
        m_about->setText(tr("“%1” is protected by a password.").arg(name));
    else
        m_about->setText(tr("“%1” cannot be opened.").arg(name));
    const bool isKnown = m_count > 0;
    // A row of a form cannot be hidden in Qt 6.4 but by its widgets.
    const bool locked = m_asksPassword && !isKnown;
    for (QWidget *part : {static_cast<QWidget *>(m_password), m_form->labelForField(m_password)})
        part->setVisible(locked);
    for (QWidget *part : {static_cast<QWidget *>(m_pages), static_cast<QWidget *>(m_asImages),
                          static_cast<QWidget *>(m_asText)})
        part->setEnabled(isKnown && !m_isReading);
    m_ok->setEnabled(!m_isReading && (isKnown || locked));
}

} // namespace ui
