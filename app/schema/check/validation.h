// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/schema/schema_verdict.h"

#include <memory>

namespace app {

/// Checks values by schemas, in this process and without limits: for diptych-schema-check alone.
/// The schema of the last question is kept ready. Exceptions do not leave it.
class Validation
{
public:
    Validation();
    ~Validation();

    [[nodiscard]] SchemaVerdict checkSchema(const QByteArray &schema);
    [[nodiscard]] SchemaVerdict check(const QByteArray &schema, const QByteArray &value);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace app
