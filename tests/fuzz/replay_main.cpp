// SPDX-License-Identifier: GPL-3.0-or-later
// Gives a fuzz target every file of a folder: the corpus as an ordinary test, without clang.
#include <QDir>
#include <QFile>

#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char *argv[])
{
    int replayed = 0;
    for (int i = 1; i < argc; ++i) {
        const QDir folder(QString::fromLocal8Bit(argv[i]));
        const QStringList names = folder.entryList(QDir::Files);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                return 1;
            const QByteArray text = file.readAll();
            std::fprintf(stderr, "%s\n", qPrintable(name)); // the last one is the culprit
            LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(text.constData()),
                                   size_t(text.size()));
            ++replayed;
        }
    }
    std::printf("%d inputs replayed\n", replayed);
    return replayed > 0 ? 0 : 1;
}
