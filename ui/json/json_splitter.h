// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace ui {

class JsonPanel;
class Theme;

/// A lane's content with the panel of its JSON below, which takes its share while it is unfolded.
class JsonSplitter : public QSplitter
{
    Q_OBJECT
public:
    JsonSplitter(QWidget *above, JsonPanel *panel, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void share();

    JsonPanel *m_panel;
    double m_share = 0.55; ///< of the height, for the panel; as the user dragged it
};

} // namespace ui
