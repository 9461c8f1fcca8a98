// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/command_fingerprint.h"

#include "app/tools/child_process.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QMutex>
#include <QtConcurrentRun>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// A file as it was when it was read.
struct FileVersion
{
    quint64 device = 0;
    quint64 inode = 0;
    qint64 size = 0;
    qint64 changedNs = 0;

    bool operator==(const FileVersion &) const = default;
};

std::optional<FileVersion> versionOf(const QString &path)
{
    struct stat entry
    {
    };
    if (::stat(QFile::encodeName(path).constData(), &entry) != 0)
        return {};
#ifdef Q_OS_LINUX
    const qint64 changed = qint64(entry.st_ctim.tv_sec) * 1'000'000'000 + entry.st_ctim.tv_nsec;
#else
    const qint64 changed = qint64(entry.st_ctime) * 1'000'000'000;
#endif
    return FileVersion{quint64(entry.st_dev), quint64(entry.st_ino), qint64(entry.st_size),
                       changed};
}

/// An interpreter has a hundred megabytes, and each call of a tool asks.
class KnownFiles
{
public:
    Result<QByteArray> hash(const QString &path)
    {
        const auto version = versionOf(path);
        {
            const QMutexLocker lock(&m_mutex);
            const auto known = m_hashes.constFind(path);
            if (version && known != m_hashes.cend() && known->first == *version)
                return known->second;
        }
        QFile file(path);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (!version || !file.open(QIODevice::ReadOnly) || !hash.addData(&file))
            return fail(ErrorKind::NotFound, u"%1: %2"_s.arg(path, file.errorString()));
        const QMutexLocker lock(&m_mutex);
        m_hashes.insert(path, {*version, hash.result()});
        return hash.result();
    }

private:
    QMutex m_mutex;
    QHash<QString, std::pair<FileVersion, QByteArray>> m_hashes;
};

bool isScript(const QString &path)
{
    static const QStringList endings{u"py"_s, u"js"_s,  u"mjs"_s, u"cjs"_s, u"ts"_s,
                                     u"sh"_s, u"rb"_s,  u"pl"_s,  u"php"_s, u"lua"_s,
                                     u"r"_s,  u"jar"_s, u"tcl"_s, u"bash"_s};
    const QFileInfo info(path);
    if (!info.isFile())
        return false;
    if (endings.contains(info.suffix().toLower()))
        return true;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(2) == "#!";
}

/// The script of an interpreter; empty where no argument is one.
QString scriptOf(const CommandLine &command)
{
    const QDir folder(command.folder.isEmpty() ? QDir::homePath() : command.folder);
    for (const QString &argument : command.arguments) {
        const QString path = folder.absoluteFilePath(argument);
        if (!argument.startsWith(u'-') && isScript(path))
            return path;
    }
    return {};
}

/// With their lengths, so that two lists are never the same bytes.
void addText(QCryptographicHash &hash, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    hash.addData(QByteArray::number(bytes.size()) + ':');
    hash.addData(bytes);
}

Result<QByteArray> fingerprintOf(const CommandLine &command)
{
    static KnownFiles files;
    const QString program = executablePath(command.program);
    if (program.isEmpty()) {
        return fail(ErrorKind::NotFound,
                    u"There is no program “%1” that may be run."_s.arg(command.program));
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addText(hash, program);
    for (const QString &argument : command.arguments)
        addText(hash, argument);
    addText(hash, u"folder "_s + command.folder);
    for (const auto &[name, value] : command.environment)
        addText(hash, name + u'=' + value);
    const QString script = scriptOf(command);
    for (const QString &path : {program, script}) {
        if (path.isEmpty())
            continue;
        const auto content = files.hash(path);
        if (!content)
            return fail(content.error());
        hash.addData(*content);
    }
    return hash.result().toHex();
}

} // namespace

QFuture<Result<QByteArray>> commandFingerprint(const CommandLine &command)
{
    return QtConcurrent::run([command] { return fingerprintOf(command); });
}

} // namespace app
