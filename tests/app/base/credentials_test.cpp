// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/credentials.h"

#include <QJsonArray>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class CredentialsTest : public QObject
{
    Q_OBJECT
private slots:
    void names_data()
    {
        QTest::addColumn<bool>("opensDoors");
        for (const char *name : {"Authorization",    "Proxy-Authorization",
                                 "WWW-Authenticate", "x-api-key",
                                 "api_key",          "apiKey",
                                 "X-APIKEY",         "key",
                                 "Set-Cookie",       "X-Access-Token",
                                 "authToken",        "x-auth",
                                 "clientSecret",     "secret_key",
                                 "privateKey",       "password",
                                 "dbPassword",       "credentials",
                                 "jsessionid",       "X-Amz-Signature",
                                 "bearer",           "x-key-id"})
            QTest::newRow(name) << true;
        for (const char *name :
             {"content-type", "x-ratelimit-remaining-tokens", "max_tokens", "tokenizer", "author",
              "keywords", "prompt_cache_key", "top_k", "stop", ""})
            QTest::newRow(name) << false;
    }
    void names()
    {
        QFETCH(bool, opensDoors);
        QCOMPARE(namesCredential(QString::fromLatin1(QTest::currentDataTag())), opensDoors);
    }

    void textIsHiddenAtAnyDepth()
    {
        const QJsonObject json{
            {u"api_key"_s, u"sk-1"_s},
            {u"nested"_s, QJsonArray{QJsonObject{{u"Authorization"_s, u"x"_s}, {u"n"_s, 1}}}},
            {u"credentials"_s, QJsonObject{{u"client_secret"_s, u"s"_s}, {u"user"_s, u"me"_s}}},
            {u"api_keys"_s, QJsonArray{u"sk-2"_s}}};
        const QJsonObject expected{
            {u"api_key"_s, u"-"_s},
            {u"nested"_s, QJsonArray{QJsonObject{{u"Authorization"_s, u"-"_s}, {u"n"_s, 1}}}},
            {u"credentials"_s, QJsonObject{{u"client_secret"_s, u"-"_s}, {u"user"_s, u"me"_s}}},
            {u"api_keys"_s, u"-"_s}};
        QCOMPARE(withoutCredentials(json, u"-"_s), expected);
        QVERIFY(withoutCredentials(json)["api_key"_L1].isNull());
    }

    void whatIsNoTextStays()
    {
        const QJsonObject property{{u"type"_s, u"string"_s}, {u"minLength"_s, 8}};
        const QJsonObject schema{
            {u"properties"_s, QJsonObject{{u"password"_s, property}, {u"api_key"_s, property}}},
            {u"required"_s, QJsonArray{u"password"_s, u"api_key"_s}}};
        const QJsonObject json{{u"tools"_s, QJsonArray{schema}},
                               {u"token"_s, 7},
                               {u"secret"_s, true},
                               {u"password"_s, QJsonValue::Null},
                               {u"api_key"_s, u""_s},
                               {u"keys_of_token"_s, QJsonArray{1, 2}}};
        QCOMPARE(withoutCredentials(json), json);
    }
};

QTEST_GUILESS_MAIN(CredentialsTest)
#include "credentials_test.moc"
