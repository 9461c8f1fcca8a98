// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layering_test/layers.h"

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

// The sources directly in app/ (services) compose the folders; only the command line is above them.
constexpr auto kAboveTheComposition = "cli"_L1;

struct Include
{
    QString header;
    bool quoted = false;
};

std::optional<Include> includeIn(const QString &line)
{
    static const QRegularExpression pattern(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s);
    const QRegularExpressionMatch match = pattern.match(line);
    if (!match.hasMatch())
        return {};
    return Include{match.captured(2), match.captured(1) == u'"'};
}

/// 2 × the place of the folder, and an odd number between two for the composition.
int heightOf(const QString &path, const Layers &layers)
{
    const QStringList parts = path.split(u'/');
    if (parts.size() > 2)
        return 2 * int(layers.folders.indexOf(parts[1]));
    return 2 * int(layers.folders.indexOf(kAboveTheComposition)) - 1;
}

QString arrowBreach(const QString &path, const Include &include, const Layers &layers)
{
    const auto from = [&path](QLatin1StringView folder) { return path.startsWith(folder); };
    const auto to = [&include](QLatin1StringView folder) {
        return include.header.startsWith(folder);
    };
    if (!from("tests/"_L1) && to("tests/"_L1))
        return u"the program does not include its tests"_s;
    if ((from("app/"_L1) || from("tests/app/"_L1)) && to("ui/"_L1))
        return u"app/ and its tests know nothing of ui/"_s;
    if (from("app/"_L1) && to("app/"_L1)
        && heightOf(include.header, layers) > heightOf(path, layers))
        return u"%1 stands above this folder in app/CMakeLists.txt"_s.arg(include.header);
    return {};
}

QString spellingBreach(const QString &path, const Include &include)
{
    static const QRegularExpression modulePrefix(u"^Qt[A-Z][A-Za-z0-9]*/"_s);
    const bool isPrecompiled = path.endsWith("/precompiled.h"_L1);
    if (!include.quoted && !isPrecompiled && include.header.contains(modulePrefix))
        return u"Qt headers are included without their module: it would hide a breach"_s;
    static const QRegularExpression fromTheRoot(u"^(app|ui|tests)/|\\.moc$"_s);
    if (include.quoted && !include.header.contains(fromTheRoot))
        return u"our headers are included by their path from the root"_s;
    return {};
}

QString widgetBreach(const QString &path, const Include &include, const Layers &layers)
{
    if (!path.startsWith("app/"_L1) || include.quoted)
        return {};
    const QString bare = include.header.section(u'/', -1);
    if (layers.widgetHeaders.contains(bare))
        return u"app/ has no window: %1"_s.arg(bare);
    return {};
}

QString wordBreach(const QString &path, const QString &line)
{
    static const QRegularExpression pattern(
        u"\\b(QSqlQuery|QSqlDatabase|QNetworkReply|QNetworkAccessManager|QKeychain)\\b"_s);
    if (!path.startsWith("ui/"_L1))
        return {};
    const QRegularExpressionMatch match = pattern.match(line);
    if (!match.hasMatch())
        return {};
    return u"ui/ asks the core instead of using %1"_s.arg(match.captured(1));
}

} // namespace

Layers layersOf(const QString &sourceFolder)
{
    Layers layers;
    QFile list(sourceFolder + "/app/CMakeLists.txt"_L1);
    if (!list.open(QIODevice::ReadOnly))
        return layers;
    static const QRegularExpression folder(u"^add_subdirectory\\((\\w+)\\)"_s,
                                           QRegularExpression::MultilineOption);
    const QString text = QString::fromUtf8(list.readAll());
    for (const QRegularExpressionMatch &match : folder.globalMatch(text))
        layers.folders.append(match.captured(1));

    const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    for (const auto module :
         {"QtWidgets"_L1, "QtCharts"_L1, "QtSvg"_L1, "QtSvgWidgets"_L1, "QtPrintSupport"_L1}) {
        const QStringList names = QDir(headers + u'/' + module).entryList(QDir::Files);
        layers.widgetHeaders += QSet<QString>(names.begin(), names.end());
    }
    return layers;
}

QList<Breach> breachesIn(const QString &path, const QString &text, const Layers &layers)
{
    QList<Breach> breaches;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        QStringList reasons{wordBreach(path, line)};
        if (const auto include = includeIn(line)) {
            reasons << arrowBreach(path, *include, layers) << spellingBreach(path, *include)
                    << widgetBreach(path, *include, layers);
        }
        for (const QString &reason : reasons) {
            if (!reason.isEmpty())
                breaches.append({number, reason});
        }
    }
    return breaches;
}
