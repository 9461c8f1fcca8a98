// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/launch_options.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kUsageError = 2;

LaunchOptions printing(const QString &text, int exitCode = 0)
{
    LaunchOptions options;
    options.task = LaunchOptions::Task::Print;
    options.text = text;
    options.exitCode = exitCode;
    return options;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(LaunchOptions::tr("Talk to language models, side by side."));
    parser.addOptions({
        {u"profile"_s, LaunchOptions::tr("Keep everything below this folder."), u"folder"_s},
        {u"ask"_s, LaunchOptions::tr("Send this in a new conversation."), u"text"_s},
        {u"image"_s,
         LaunchOptions::tr("Attach this image or PDF file to it. May be given several times."),
         u"file"_s},
        {u"model"_s, LaunchOptions::tr("Use this model for it."), u"id"_s},
        {u"set"_s,
         LaunchOptions::tr("Begin a conversation with a saved set of lanes, or one in a file."),
         LaunchOptions::tr("name or file")},
        {u"base-url"_s, LaunchOptions::tr("Use the server at this address."), u"url"_s},
        {u"screenshot"_s,
         LaunchOptions::tr("Write a picture of the window when all is done, and quit."), u"file"_s},
        {u"self-test"_s, LaunchOptions::tr("Check that all parts of the program work, and quit.")},
        {{u"h"_s, u"help"_s}, LaunchOptions::tr("Show this help, and quit.")},
        {{u"v"_s, u"version"_s}, LaunchOptions::tr("Show the version, and quit.")},
    });
}

} // namespace

app::Paths LaunchOptions::paths() const
{
    return profile.isEmpty() ? app::Paths::standard() : app::Paths::inFolder(profile);
}

QByteArray LaunchOptions::toMessage() const
{
    const QJsonObject message{{u"ask"_s, ask},
                              {u"images"_s, QJsonArray::fromStringList(images)},
                              {u"model"_s, model},
                              {u"set"_s, set},
                              {u"baseUrl"_s, baseUrl.toString(QUrl::FullyEncoded)}};
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

LaunchOptions LaunchOptions::fromMessage(const QByteArray &message)
{
    const QJsonObject json = QJsonDocument::fromJson(message).object();
    LaunchOptions options;
    options.ask = json.value("ask"_L1).toString();
    for (const QJsonValue &path : json.value("images"_L1).toArray())
        options.images.append(path.toString());
    options.model = json.value("model"_L1).toString();
    options.set = json.value("set"_L1).toString();
    options.baseUrl = QUrl(json.value("baseUrl"_L1).toString(), QUrl::StrictMode);
    return options;
}

LaunchOptions parseLaunchOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return printing(parser.errorText() + u'\n', kUsageError);
    if (parser.isSet(u"help"_s))
        return printing(
            // Its own name is known to Qt only once there is an application.
            parser.helpText().replace("<executable_name>"_L1, "diptych"_L1));
    if (parser.isSet(u"version"_s))
        return printing(u"diptych %1\n"_s.arg(QLatin1StringView(DIPTYCH_VERSION)));

    LaunchOptions options;
    options.profile = parser.value(u"profile"_s);
    options.ask = parser.value(u"ask"_s);
    for (const QString &path : parser.values(u"image"_s))
        options.images.append(QFileInfo(path).absoluteFilePath()); // as with sets below
    options.model = parser.value(u"model"_s);
    options.set = parser.value(u"set"_s);
    if (const QFileInfo file(options.set); !options.set.isEmpty() && file.isFile())
        options.set = file.absoluteFilePath(); // the first window may run in another folder
    options.screenshot = parser.value(u"screenshot"_s);
    if (parser.isSet(u"base-url"_s)) {
        options.baseUrl = QUrl(parser.value(u"base-url"_s), QUrl::StrictMode);
        const QString scheme = options.baseUrl.scheme();
        if (options.baseUrl.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1))
            return printing(LaunchOptions::tr(
                                "--base-url needs an address that begins with http:// or https://")
                                + u'\n',
                            kUsageError);
    }
    if (parser.isSet(u"self-test"_s))
        options.task = LaunchOptions::Task::SelfTest;
    else if (!options.screenshot.isEmpty())
        options.task = LaunchOptions::Task::Screenshot;
    return options;
}

} // namespace ui
