// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps/cell_look.h"

#include "app/markdown/block_parser.h"
#include "app/markdown/plain_text.h"
#include "ui/wording/cell_wording.h"
#include "ui/wording/error_wording.h"
#include "ui/wording/finish_wording.h"
#include "ui/wording/number_wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class CellWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::CellLook)
};

constexpr qsizetype kCharactersOfACell = 360;

void addFigure(CellLook &look, const QString &text, Standing standing = Standing::Usual)
{
    look.figures.append({text, standing});
}

void addFigures(CellLook &look, const LaneFigures &figures, const CellStandings &standings)
{
    const QString about = figures.estimated ? u"≈\u2009"_s : QString();
    if (figures.tokens)
        addFigure(look, about + tokensText(*figures.tokens));
    if (figures.total)
        addFigure(look, durationText(*figures.total));
    if (figures.costUsd) {
        const QString mark = figures.costComputed ? u"≈\u2009"_s : QString();
        addFigure(look, mark + costText(*figures.costUsd), standings.cost);
    }
    if (figures.tokensPerSecond)
        addFigure(look, about + speedText(*figures.tokensPerSecond), standings.speed);
    if (figures.firstToken)
        //: When it came: "first token 0.21 s".
        addFigure(look, CellWords::tr("first token %1").arg(durationText(*figures.firstToken)),
                  standings.firstToken);
}

/// As it is read; no more of it than it takes.
QByteArray readableText(const QByteArray &markdown)
{
    const QByteArray part = markdown.left(4 * kCharactersOfACell);
    return app::toPlainText(app::parseMarkdown(part)).toUtf8();
}

QString beginningOfReply(const app::Message &reply)
{
    for (const app::Part &part : reply.parts) {
        // In place: a copy of a text that grows makes the next delta copy it too.
        if (const auto *text = std::get_if<app::TextPart>(&part))
            return beginningOf(readableText(text->text), kCharactersOfACell);
    }
    return {};
}

void describeRunning(CellLook &look, const app::Message &reply, const app::LaneActivity &activity)
{
    look.kind = CellLook::Kind::Running;
    look.state = activityText(activity.state);
    const WrittenBytes bytes = writtenBytes(reply);
    const qint64 tokens = (bytes.reasoning + bytes.text + 3) / 4;
    if (tokens > 0)
        addFigure(look, u"≈\u2009"_s + tokensText(tokens));
    if (activity.error && activity.state == app::LaneActivity::State::Blocked)
        look.problem = errorSentence(*activity.error, {}, {}).text;
}

} // namespace

QString CellLook::spoken() const
{
    QStringList words{state, problem, beginning};
    for (const Item &item : figures) {
        QString figure = item.text;
        if (item.standing == Standing::Best)
            figure += u' ' + CellWords::tr("best");
        else if (item.standing == Standing::Worst)
            figure += u' ' + CellWords::tr("worst");
        words.append(figure);
    }
    words.removeAll(QString());
    return words.join(u", "_s);
}

CellLook lookOf(const app::Conversation &conversation, const app::RoundCell &cell,
                const app::LaneActivity &activity, const CellStandings &standings,
                const QString &providerName)
{
    CellLook look;
    const app::Message *reply = conversation.message(cell.reply);
    if (!reply)
        return look;
    look.beginning = beginningOfReply(*reply);
    if (activity.state != app::LaneActivity::State::Idle) {
        describeRunning(look, *reply, activity);
        return look;
    }
    look.kind = app::isUnanswered(conversation, cell) ? CellLook::Kind::Unanswered
                                                      : CellLook::Kind::Answered;
    look.state = messageStateText(app::stateOfCell(conversation, cell));
    const app::Run *run = app::runOfCell(conversation, cell);
    if (!run)
        return look;
    if (run->error && run->status == app::RunStatus::Failed)
        look.problem = errorSentence(*run->error, providerName, run->model).text;
    addFigures(look, figuresOf(*run), standings);
    return look;
}

} // namespace ui
