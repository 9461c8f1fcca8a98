// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask_template.h"

#include "app/library/prompt_folder.h"
#include "app/library/prompt_template.h"
#include "app/library/starter_prompts.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

tl::unexpected<Error> templateError(const QString &sentence)
{
    return fail(ErrorKind::InvalidRequest, u"--template: "_s + sentence);
}

/// One that is saved, one that ships with the program, a file: in this order.
Result<SavedPrompt> findPrompt(const QString &name, const Paths &paths)
{
    const PromptFolder folder(paths);
    if (auto saved = folder.load(promptFileName(name));
        saved || saved.error().kind != ErrorKind::NotFound)
        return saved;
    for (const auto language : {QLocale::English, QLocale::German}) {
        for (const PromptEntry &starter : starterPrompts(language)) {
            if (starter.name.compare(name, Qt::CaseInsensitive) == 0)
                return *starterPrompt(starter.id, language);
        }
    }
    if (QFileInfo(name).isFile())
        return readPromptFile(name);
    return fail(ErrorKind::NotFound, u"there is no prompt and no file of that name"_s);
}

Result<void> checkVariables(const PromptTemplate &prompt, const AskOptions &options)
{
    for (const PromptVariable &variable : prompt.variables()) {
        const auto given = options.variables.constFind(variable.name);
        if (given == options.variables.cend() && !variable.isOptional) {
            return templateError(
                u"“%1” needs --var %2=…"_s.arg(options.templateName, variable.name));
        }
        if (given != options.variables.cend() && !variable.choices.isEmpty()
            && !variable.choices.contains(*given)) {
            return templateError(u"--var %1 must be one of: %2"_s.arg(
                variable.name, variable.choices.join(u", "_s)));
        }
    }
    for (auto given = options.variables.begin(); given != options.variables.end(); ++given) {
        if (!std::ranges::count(prompt.variables(), given.key(), &PromptVariable::name)) {
            return templateError(
                u"“%1” has no variable “%2”"_s.arg(options.templateName, given.key()));
        }
    }
    return {};
}

} // namespace

Result<void> fillTemplate(AskOptions &options, const Paths &paths)
{
    if (options.templateName.isEmpty())
        return {};
    const auto found = findPrompt(options.templateName, paths);
    if (!found)
        return templateError(u"“%1”: %2"_s.arg(options.templateName, found.error().message));
    const PromptTemplate prompt(found->text);
    if (auto checked = checkVariables(prompt, options); !checked)
        return checked;
    const PromptTemplate::Filled filled = prompt.fill(options.variables);
    const qsizetype place = prompt.hasCursor() ? filled.cursor : filled.text.size();
    const bool isJoined = place == filled.text.size() && !filled.text.endsWith(u'\n')
                          && !options.prompt.isEmpty() && !filled.text.isEmpty();
    options.prompt = filled.text.first(place) + (isJoined ? u"\n\n"_s : QString()) + options.prompt
                     + filled.text.sliced(place);
    if (options.prompt.trimmed().isEmpty())
        return templateError(u"“%1” is empty"_s.arg(options.templateName));
    return {};
}

} // namespace app
