// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations.h"

#include "app/store/migrations/migration_1.h"
#include "app/store/migrations/migration_10.h"
#include "app/store/migrations/migration_2.h"
#include "app/store/migrations/migration_3.h"
#include "app/store/migrations/migration_4.h"
#include "app/store/migrations/migration_5.h"
#include "app/store/migrations/migration_6.h"
#include "app/store/migrations/migration_7.h"
#include "app/store/migrations/migration_8.h"
#include "app/store/migrations/migration_9.h"

#include <array>

using namespace Qt::StringLiterals;

namespace app {

std::span<const Migration> migrations()
{
    static const std::array all{
        Migration{1, migration1()},   Migration{2, migration2()}, Migration{3, migration3()},
        Migration{4, migration4()},   Migration{5, migration5()}, Migration{6, migration6()},
        Migration{7, migration7()},   Migration{8, migration8()}, Migration{9, migration9()},
        Migration{10, migration10()},
    };
    return all;
}

int newestSchema()
{
    return migrations().back().number;
}

Result<int> schemaOf(Database &database)
{
    return database.single(u"PRAGMA user_version"_s).map([](const QVariant &value) {
        return value.toInt();
    });
}

namespace {
Result<void> apply(Database &database, const Migration &step)
{
    for (const char *statement : step.statements) {
        if (const auto run = database.run(QString::fromUtf8(statement)); !run)
            return run;
    }
    return database.run(u"PRAGMA user_version = %1"_s.arg(step.number));
}
} // namespace

Result<void> migrate(Database &database, std::span<const Migration> steps)
{
    return database.inTransaction([&]() -> Result<void> {
        const auto schema = schemaOf(database);
        if (!schema)
            return fail(schema.error());
        for (const Migration &step : steps) {
            if (step.number <= *schema)
                continue;
            if (const auto applied = apply(database, step); !applied)
                return applied;
        }
        return {};
    });
}

} // namespace app
