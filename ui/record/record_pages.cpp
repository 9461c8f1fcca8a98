// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/record_pages.h"

#include "ui/parameters/json_highlighter.h"
#include "ui/record/facts_view.h"
#include "ui/record/phase_bar.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themed_label.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr int kTabColumns = 4;
} // namespace

RecordPage::RecordPage(const Theme &theme, const QString &name, Text text, QWidget *parent)
    : QWidget(parent),
      m_sentence(new ThemedLabel(theme, TextRole::Body, &Colours::secondary, this)),
      m_phases(new PhaseBar(theme, this)), m_facts(new FactsView(theme, this))
{
    m_sentence->setWordWrap(true);
    m_sentence->hide();
    m_phases->hide();
    m_facts->hide();
    auto *head = new QVBoxLayout;
    head->setContentsMargins(metrics::kStep4, metrics::kStep3, metrics::kStep4, metrics::kStep2);
    head->setSpacing(metrics::kStep3);
    head->addWidget(m_sentence);
    head->addWidget(m_phases);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_facts, 2);
    if (text == Text::None)
        return;
    auto *edge = new Separator(theme, Qt::Horizontal, this);
    m_text = new QPlainTextEdit(this);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(name);
    m_text->document()->setDocumentMargin(metrics::kStep3);
    const auto restyle = [this, &theme] {
        m_text->setFont(theme.font(TextRole::Code));
        m_text->setTabStopDistance(kTabColumns
                                   * QFontMetricsF(m_text->font()).horizontalAdvance(u' '));
    };
    connect(&theme, &Theme::changed, this, restyle);
    restyle();
    if (text == Text::Json)
        new JsonHighlighter(m_text->document(), theme);
    layout->addWidget(edge);
    layout->addWidget(m_text, 3);
}

void RecordPage::setSentence(const QString &sentence, QColor Colours::*colour)
{
    m_sentence->setColour(colour);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void RecordPage::setFacts(const QList<RunFact> &facts)
{
    m_facts->setFacts(facts);
    m_facts->setVisible(!facts.isEmpty());
}

void RecordPage::setText(const QString &text)
{
    m_text->setPlainText(text);
}

void RecordPage::setPhases(const QList<app::RunPhase> &phases)
{
    m_phases->setPhases(phases);
}

QString RecordPage::sentence() const
{
    return m_sentence->text();
}

QList<RunFact> RecordPage::facts() const
{
    return m_facts->facts();
}

QString RecordPage::text() const
{
    return m_text ? m_text->toPlainText() : QString();
}

} // namespace ui
