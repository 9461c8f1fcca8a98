// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QList>
#include <QStringList>
#include <QXmlStreamReader>

namespace tests {

/// One message of a Qt Linguist catalogue.
struct CatalogueMessage
{
    QString context;
    QString source;
    QString comment;
    QStringList translations; ///< one, or the numerus forms
    bool numerus = false;
    bool unfinished = false;
};

/// The messages of a .ts file; none where it cannot be read.
inline QList<CatalogueMessage> readCatalogue(const QString &path)
{
    using namespace Qt::StringLiterals;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<CatalogueMessage> messages;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            messages.append(CatalogueMessage());
            messages.last().context = context;
            messages.last().numerus = xml.attributes().value("numerus"_L1) == "yes"_L1;
        } else if (xml.name() == "source"_L1) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            messages.last().comment = xml.readElementText();
        } else if (xml.name() == "numerusform"_L1) {
            messages.last().translations.append(xml.readElementText());
        } else if (xml.name() == "translation"_L1) {
            const QString type = xml.attributes().value("type"_L1).toString();
            messages.last().unfinished = type == "unfinished"_L1;
            if (!messages.last().numerus)
                messages.last().translations.append(xml.readElementText());
        }
    }
    return xml.hasError() ? QList<CatalogueMessage>() : messages;
}

} // namespace tests
