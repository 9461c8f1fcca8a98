// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chats.h"
#include "ui/widgets/ground.h"

class QCheckBox;
class QLabel;

namespace ui {

class FlatButton;
class ThemedLabel;

/// Below the lanes while blind mode is on, or names are hidden: says which, and is the way out.
/// Hidden else.
class BlindBar : public Ground
{
    Q_OBJECT
public:
    explicit BlindBar(const Theme &theme, QWidget *parent = nullptr);
    ~BlindBar() override;

    void setChat(app::ChatPtr chat);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void explain();
    void restyle();
    void refresh();
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString veiledSentence() const;

    app::ChatPtr m_chat;
    QLabel *m_sign;
    ThemedLabel *m_text;
    QCheckBox *m_together;
    FlatButton *m_show; ///< the names
    FlatButton *m_off;
};

} // namespace ui
