// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "ui/theme/theme.h"

#include <QJsonValue>
#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QMenu;
class QToolButton;

namespace ui {

class ThemedLabel;

/// Of flat buttons whose text stands at an edge of the panel, in line with the numbers.
inline constexpr int kFlushPadding = 2;

/// One parameter in the panel: its name, what other lanes have, a control, a note. Undefined is
/// "not sent", the state every row starts in and returns to by its ×, its menu and the Delete key.
/// It changes only by setValue(); what the user does is asked for with edited().
class ParameterRow : public QWidget
{
    Q_OBJECT
public:
    /// The same parameter in another lane.
    struct Other
    {
        app::LaneId lane;
        QString letter;
        QJsonValue value;
    };
    /// Why the server would not get the value.
    enum class Refusal { None, Dialect, DroppedByProvider };

    ParameterRow(const QString &wireName, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] const QString &wireName() const { return m_wireName; }
    [[nodiscard]] const QJsonValue &value() const { return m_value; }
    [[nodiscard]] bool isSet() const { return !m_value.isUndefined(); }

    void setValue(const QJsonValue &value);
    /// Those that differ get a badge.
    void setOthers(const QList<Other> &others);
    void setRefusal(Refusal refusal, const QString &providerName, bool sendAnyway);
    /// A line under the control; empty: none.
    void setNote(const QString &note, QColor Colours::*colour = &Colours::secondary);
    /// Takes the number that is being typed.
    void commit();

signals:
    void edited(const QJsonValue &value); ///< Undefined: not sent
    void sendAnywayChanged(bool sendAnyway);
    void copyRequested(app::LaneId lane);

protected:
    /// Makes the control show value().
    virtual void showValue() = 0;
    /// A value in few characters, for badges and screen readers.
    [[nodiscard]] virtual QString valueText(const QJsonValue &value) const;

    void setTrailing(QWidget *widget); ///< at the right end of the first line
    void setBody(QWidget *widget, int space = 3); ///< below it, `space` pixels apart
    /// Says what is wrong with what the user typed; empty: nothing.
    void setProblem(const QString &problem);
    /// The control that a click on the name focuses, and that carries name and state.
    void setControl(QWidget *control);
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void updateBadges();
    void updateState();
    void updateNote();
    void fillMenu(QMenu &menu);

    const QString m_wireName;
    const Theme &m_theme;
    QJsonValue m_value = QJsonValue::Undefined;
    QList<Other> m_others;
    Refusal m_refusal = Refusal::None;
    QString m_providerName;
    QString m_ownNote;
    QColor Colours::*m_ownNoteColour = &Colours::secondary;
    QString m_problem;
    QWidget *m_controlWidget = nullptr; ///< child
    ThemedLabel *m_name = nullptr;
    ThemedLabel *m_badge = nullptr;
    ThemedLabel *m_note = nullptr;
    QCheckBox *m_sendAnyway = nullptr;
    QToolButton *m_clear = nullptr;
    QBoxLayout *m_header = nullptr;
    QBoxLayout *m_lines = nullptr;
};

} // namespace ui
