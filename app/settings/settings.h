// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/paths.h"
#include "app/settings/provider.h"
#include "app/settings/tool_source.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace app {

enum class ThemeChoice { System, Light, Dark, HighContrast };
enum class SendKey { Enter, CtrlEnter };
enum class ProxyKind { System, None, Http, Socks5 };

/// What the user prefers, as one value; every field has its default here and nowhere else.
struct Preferences
{
    ThemeChoice theme = ThemeChoice::System;
    QString fontFamily; ///< empty: the system's
    int fontPointSize = 0; ///< 0: the system's
    int textZoomPercent = 100; ///< 50 … 300, of the transcript
    SendKey sendKey = SendKey::Enter;
    int imageLongestSide = 2048; ///< pixels, of images as they are sent; 0: as large as they are
    QString language; ///< "de", "en"; empty: the system's
    Timeouts timeouts; ///< for providers that set none of their own
    ProxyKind proxyKind = ProxyKind::System;
    QString proxyHost;
    int proxyPort = 0;

    /// Asked before it is passed, see SpendingLedger; empty: none.
    std::optional<double> runCeilingUsd; ///< of one request
    std::optional<double> conversationCeilingUsd; ///< of each conversation

    bool keepRawStreams = false; ///< of answers, in their records

    QString defaultProvider; ///< provider id of new conversations
    QString defaultModel;

    QList<std::pair<QString, QString>> favouriteModels; ///< provider id, model; oldest first
    QList<std::pair<QString, QString>> recentModels; ///< chosen in the picker, newest first

    QString judgeProvider; ///< provider id of the judge that was asked last; empty: none yet
    QString judgeModel;
    QString judgeRubric; ///< what it is to look at; empty: usualRubric()

    int toolRounds = 10; ///< how often a turn may call tools before the user is asked

    QStringList foldedTags; ///< folders of the sidebar
    QString lastSet; ///< of lanes: its name, or the path of its file
    bool sidebarShown = true;
    bool parametersShown = true;
    bool linkedScrolling = true; ///< lanes are scrolled together
    QByteArray windowGeometry;
    // As the window was closed last:
    qint64 shownConversation = 0; ///< its id; 0: none
    qint64 closedMs = 0; ///< when that was

    bool operator==(const Preferences &) const = default;
};

/// The provider's own timeouts where it has any, else those of the preferences.
[[nodiscard]] Timeouts effectiveTimeouts(const Preferences &preferences, const Provider &provider);

/// Preferences, providers and tools of a profile, in settings.json. Read once at start; written
/// whole and atomically (QSaveFile) a moment after the last change and in the destructor. A file
/// that cannot be read is set aside under another name, never overwritten: setAside() names it.
/// What a newer version wrote and this one does not know is kept as it was. GUI thread.
class Settings : public QObject
{
    Q_OBJECT
public:
    explicit Settings(const Paths &paths, QObject *parent = nullptr);
    ~Settings() override;

    [[nodiscard]] const Preferences &preferences() const { return m_preferences; }
    void setPreferences(const Preferences &preferences);

    /// In the user's order. The demo provider is not among them: it needs no settings.
    [[nodiscard]] const QList<Provider> &providers() const { return m_providers; }
    [[nodiscard]] std::optional<Provider> provider(const QString &id) const;
    /// Adds, or replaces the one with the same id.
    void saveProvider(const Provider &provider);
    void removeProvider(const QString &id);

    /// Where tools come from, in the user's order.
    [[nodiscard]] const QList<ToolSource> &toolSources() const { return m_toolSources; }
    [[nodiscard]] std::optional<ToolSource> toolSource(const QString &id) const;
    /// Adds, or replaces the one with the same id.
    void saveToolSource(const ToolSource &source);
    /// With all that was decided about its tools.
    void removeToolSource(const QString &id);

    /// All that was decided once and holds until it is taken back, in the order in which it was.
    [[nodiscard]] const QList<ToolRule> &toolRules() const { return m_toolRules; }
    /// What holds for a tool: the rule about itself, else the one about its source; nothing where
    /// there is neither.
    [[nodiscard]] std::optional<ToolPolicy> toolPolicy(const ToolRef &tool) const;
    /// Nothing takes the rule back.
    void setToolPolicy(const ToolRef &tool, std::optional<ToolPolicy> policy);

    /// Where a broken settings file was moved to at start; empty where it was whole.
    [[nodiscard]] QString setAside() const { return m_setAside; }
    /// Writes now; the error names the file.
    Result<void> flush();

signals:
    void preferencesChanged();
    void providersChanged();
    void toolSourcesChanged();
    void toolRulesChanged();
    /// Writing behind failed; it is tried again with the next change and at the end.
    void writeFailed(const app::Error &error);

private:
    void load();
    void read(const QJsonObject &root);
    void readTools(const QJsonObject &root);
    void writeTools(QJsonObject &root) const;
    void moveAside();
    void scheduleWrite();
    [[nodiscard]] QJsonObject toJson() const;

    Paths m_paths;
    Preferences m_preferences;
    QList<Provider> m_providers;
    QList<ToolSource> m_toolSources;
    QList<ToolRule> m_toolRules;
    QJsonArray m_foreignToolSources; ///< of a newer version: written back as they are
    QJsonArray m_foreignToolRules;
    QString m_setAside;
    QJsonObject m_root; ///< as read: what this version does not know is written back from here
    QHash<QString, QJsonObject> m_providerRows; ///< the same by provider id
    QTimer m_writeTimer;
    bool m_dirty = false;
    bool m_blocked = false; ///< a broken file is still in the way
};

} // namespace app
