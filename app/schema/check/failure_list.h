// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/schema/schema_verdict.h"

#include <QJsonValue>

#include <string>
#include <vector>

namespace app {

/// Makes failures of valijson's sentences: each once, as a path and a keyword, without those that
/// only repeat on every level above that something below does not fit.
class FailureList
{
public:
    explicit FailureList(QJsonValue value) : m_value(std::move(value)) { }

    void add(const std::vector<std::string> &context, const std::string &sentence);

    [[nodiscard]] bool isFull() const { return m_failures.size() >= kMostSchemaFailures; }
    [[nodiscard]] QList<SchemaFailure> take();

private:
    [[nodiscard]] bool explains(const QString &path) const;

    QJsonValue m_value;
    QList<SchemaFailure> m_failures;
};

} // namespace app
