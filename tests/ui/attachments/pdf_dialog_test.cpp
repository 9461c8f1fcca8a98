// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attachments/pdf_dialog.h"

#include "tests/support/patience.h"
#include "tests/support/picture_files.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tests;
using namespace ui;

Q_DECLARE_METATYPE(app::PdfFile)

class PdfDialogTest : public QObject
{
    Q_OBJECT

    Theme m_theme;
    QTemporaryDir m_folder;

    [[nodiscard]] QString kept(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
                   ? file.fileName()
                   : QString();
    }
    static QPushButton *ok(const QDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    static QLineEdit *field(const QDialog &dialog, QLineEdit::EchoMode mode)
    {
        for (auto *each : dialog.findChildren<QLineEdit *>()) {
            if (each->echoMode() == mode)
                return each;
        }
        return nullptr;
    }
    static bool says(const QDialog &dialog, const QString &text)
    {
        const auto labels = dialog.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }

private slots:
    void pagesAreAskedFor()
    {
        PdfDialog dialog(m_theme, kept(u"report.pdf"_s, samplePdf(30)), 5);
        dialog.show();
        QSignalSpy chosen(&dialog, &PdfDialog::pagesChosen);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        QTRY_VERIFY(ok(dialog)->isEnabled());
        QVERIFY(says(dialog, u"“report.pdf” has 30 page(s)."_s));
        QVERIFY(!field(dialog, QLineEdit::Password)->isVisible());
        ok(dialog)->click(); // all of them are too many
        QVERIFY(says(dialog, u"No more than 5 page(s)"_s));
        QTest::keyClicks(field(dialog, QLineEdit::Normal), u"31"_s);
        QVERIFY(!says(dialog, u"No more than"_s));
        ok(dialog)->click();
        QVERIFY(says(dialog, u"The last page is 30."_s));
        field(dialog, QLineEdit::Normal)->clear();
        QTest::keyClicks(field(dialog, QLineEdit::Normal), u"3, 1-2"_s);
        ok(dialog)->click();
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().at(1).value<QList<int>>(), (QList<int>{2, 0, 1}));
    }

    void thePasswordIsAskedForUntilItIsRight()
    {
        PdfDialog dialog(m_theme, kept(u"locked.pdf"_s, lockedPdf()), 5);
        dialog.show();
        QSignalSpy chosen(&dialog, &PdfDialog::pagesChosen);
        auto *password = field(dialog, QLineEdit::Password);
        QTRY_VERIFY(password->isVisible());
        QVERIFY(says(dialog, u"is protected by a password"_s));
        QVERIFY(!says(dialog, u"not the right one"_s));
        QTest::keyClicks(password, u"wrong"_s);
        ok(dialog)->click();
        QTRY_VERIFY(says(dialog, u"not the right one"_s));
        password->clear();
        QTest::keyClicks(password, u"secret"_s);
        ok(dialog)->click();
        QTRY_VERIFY(says(dialog, u"has 1 page(s)."_s));
        ok(dialog)->click();
        QCOMPARE(chosen.first().first().value<app::PdfFile>().password, u"secret"_s);
    }

    void theirTextIsTaken()
    {
        PdfDialog dialog(m_theme, kept(u"words.pdf"_s, samplePdf(30)), 1);
        dialog.show();
        QSignalSpy taken(&dialog, &PdfDialog::textTaken);
        QTRY_VERIFY(ok(dialog)->isEnabled());
        dialog.findChildren<QRadioButton *>().last()->click();
        ok(dialog)->click(); // there is room for the text of all of them
        QTRY_COMPARE(taken.size(), 1);
        QVERIFY(taken.first().first().toString().contains(u"This is page 30"));
    }

    void aBrokenFileIsSaidToBeBroken()
    {
        PdfDialog dialog(m_theme, kept(u"broken.pdf"_s, samplePdf(2).first(100)), 5);
        dialog.show();
        QTRY_VERIFY(says(dialog, u"The PDF file is broken."_s));
        QVERIFY(!ok(dialog)->isEnabled());
    }
};

QTEST_MAIN(PdfDialogTest)
#include "pdf_dialog_test.moc"
