// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/attachments/pdf_pages.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace ui {

class ThemedLabel;

/// Asks which pages of a PDF file are attached, and whether as images or as their text; for its
/// password where it has one. The file is read on a worker. pagesChosen() or textTaken() comes
/// before it is accepted.
class PdfDialog : public QDialog
{
    Q_OBJECT
public:
    /// `room`: how many pages can be taken as images.
    PdfDialog(const Theme &theme, const QString &path, int room, QWidget *parent = nullptr);
    ~PdfDialog() override;

signals:
    void pagesChosen(const app::PdfFile &file, const QList<int> &pages); ///< counted from 0
    void textTaken(const QString &text);

private:
    void build();
    void countPages();
    void counted(const app::Result<int> &count);
    void go();
    void readText(const QList<int> &pages);
    void showProblem(const QString &sentence);
    void refresh();

    const Theme &m_theme;
    app::PdfFile m_file;
    const int m_room;
    int m_count = 0; ///< 0: not known yet
    bool m_isReading = false;
    bool m_asksPassword = false;
    ThemedLabel *m_about;
    ThemedLabel *m_problem;
    QFormLayout *m_form;
    QLineEdit *m_password;
    QLineEdit *m_pages;
    QRadioButton *m_asImages;
    QRadioButton *m_asText;
    QPushButton *m_ok = nullptr;
};

} // namespace ui
