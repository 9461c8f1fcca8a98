// SPDX-License-Identifier: GPL-3.0-or-later
// A breach on purpose: does not include what it uses, so it does not compile alone.
#pragma once

struct ForgetsAnInclude
{
    QString text;
};
