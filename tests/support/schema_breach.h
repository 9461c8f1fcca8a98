// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/schema/json_text.h"
#include "app/schema/schema_checker.h"

#include "tests/support/patience.h"

namespace tests {

/// Where a value breaks a schema, as diptych-schema-check says it; empty if it fits.
inline QString schemaBreach(const QJsonValue &schema, const QJsonValue &value)
{
    app::SchemaChecker checker;
    const QFuture<app::SchemaVerdict> future =
        checker.check(app::compactJson(schema), app::compactJson(value));
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, kPatienceMs))
        return QStringLiteral("no answer");
    const app::SchemaVerdict verdict = future.result();
    if (verdict.kind == app::SchemaVerdict::Kind::NotChecked)
        return QStringLiteral("not checked: %1 %2").arg(int(verdict.reason)).arg(verdict.detail);
    QString breach;
    for (const app::SchemaFailure &failure : verdict.failures)
        breach += QStringLiteral("%1: %2\n").arg(failure.path, failure.message);
    return breach;
}

} // namespace tests
