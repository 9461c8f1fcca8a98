// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a Qt Widgets program with a place to type can be: what bench_start compares with.
#include <QApplication>
#include <QPlainTextEdit>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QPlainTextEdit window;
    window.resize(1180, 760);
    window.show();
    return QApplication::exec();
}
