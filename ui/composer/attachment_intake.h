// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/attachments/attached_image.h"
#include "ui/theme/theme.h"

#include <QObject>

#include <optional>
#include <vector>

namespace ui {

class AttachmentStrip;

/// Takes images in for a composer: has them prepared and hands them to the strip, in the order in
/// which they were given whichever is ready first, and never more than a message takes. Of a PDF
/// file it asks which pages, in a dialog above the strip's window.
class AttachmentIntake : public QObject
{
    Q_OBJECT
public:
    AttachmentIntake(const Theme &theme, AttachmentStrip &strip);
    ~AttachmentIntake() override;

    void setImporter(ImageImporter importer) { m_importer = std::move(importer); }
    [[nodiscard]] bool hasImporter() const { return bool(m_importer); }

    void attach(const QList<ImageSource> &images);
    /// Images for an older draft are dropped when they come.
    void forget();
    /// One that needs no preparing.
    void attachReady(const AttachedImage &image);

    /// What could not be attached since nothing was on its way, a sentence each.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }
    /// What is worth knowing of those that were.
    [[nodiscard]] const QStringList &notes() const { return m_notes; }
    void setProblem(const QString &sentence);
    void clearProblems();

signals:
    void problemsChanged();
    /// The text of pages was taken in place of their pictures.
    void textTaken(const QString &text);
    /// Nothing is on its way any more.
    void settled();

private:
    /// One that is on its way, or waits for those before it.
    struct Ticket
    {
        int id = 0;
        QString name; ///< of its file
        std::optional<app::Result<AttachedImage>> image;
    };

    [[nodiscard]] int room() const;
    Ticket *ticket(int id);
    void fetch(int id, const ImageSource &source);
    void take(int id, const ImageSource &source, const app::Result<AttachedImage> &image);
    void askForPages();
    void choosePages(int id, const app::PdfFile &file, const QList<int> &pages);
    void drop(int id);
    void flush();
    void refreshPending();
    void addProblem(const QString &sentence);

    const Theme &m_theme;
    AttachmentStrip &m_strip;
    ImageImporter m_importer;
    std::vector<Ticket> m_tickets; ///< in the order of the strip
    struct PdfQuestion
    {
        int ticket = 0;
        QString path;
    };
    QList<PdfQuestion> m_pdfs; ///< to be asked about, one after the other
    bool m_isAsking = false;
    int m_lastId = 0;
    QStringList m_problems;
    QStringList m_notes;
};

} // namespace ui
