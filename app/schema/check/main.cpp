// SPDX-License-Identifier: GPL-3.0-or-later
// diptych-schema-check: answers questions of schema_protocol.h, one after the other, until its
// standard input ends. A process of its own, because what it is given may make it crash, hang or
// fill the memory: that ends this process and nothing else.
#include "app/schema/check/limits.h"
#include "app/schema/check/validation.h"
#include "app/schema/schema_protocol.h"

#include <unistd.h>

#include <cerrno>

namespace {

bool readExactly(char *bytes, qsizetype count)
{
    while (count > 0) {
        const ssize_t got = ::read(STDIN_FILENO, bytes, size_t(count));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        bytes += got;
        count -= got;
    }
    return true;
}

bool writeAll(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t put =
            ::write(STDOUT_FILENO, bytes.constData() + at, size_t(bytes.size() - at));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        at += put;
    }
    return true;
}

bool readBlock(QByteArray &block, quint32 length, qsizetype largest)
{
    if (qsizetype(length) > largest)
        return false;
    block.resize(qsizetype(length));
    return readExactly(block.data(), block.size());
}

bool readRequest(app::SchemaRequest &request)
{
    char header[app::kRequestHeader];
    if (!readExactly(header, app::kRequestHeader))
        return false;
    request.number = app::numberAt(header);
    request.question = app::SchemaQuestion(header[4]);
    if (!readBlock(request.schema, app::numberAt(header + 5), app::kLargestSchema))
        return false;
    char length[4];
    return readExactly(length, 4)
           && readBlock(request.value, app::numberAt(length), app::kLargestChecked);
}

} // namespace

int main()
{
    app::limitThisProcess();
    app::SchemaRequest request;
    app::Validation validation;
    while (readRequest(request)) {
        app::limitNextCheck();
        const app::SchemaVerdict verdict = request.question == app::SchemaQuestion::IsItASchema
                                               ? validation.checkSchema(request.schema)
                                               : validation.check(request.schema, request.value);
        if (!writeAll(app::verdictBytes(request.number, verdict)))
            return 1;
    }
    return 0;
}
