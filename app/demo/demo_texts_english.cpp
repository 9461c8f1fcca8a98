// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_texts.h"

namespace app {

namespace {

constexpr auto kKeyboardEnglish = uR"md(### The keyboard

| keys | what they do |
|---|---|
| Enter | send |
| Shift + Enter | a new line |
| Up, in an empty composer | edit the last prompt |
| Ctrl + plus, minus, 0 | larger, smaller, normal text |
)md";

constexpr auto kCompareEnglish = uR"md(### Comparing models

Press **Compare** at the top: a second lane opens beside this one. Give it another model in its header, then write one prompt. It goes to both, both answer at the same time, and each can be stopped alone.

The lanes share what was said before. When one answer is better, go on in that lane.
)md";

constexpr auto kProvidersEnglish = uR"md(### Providers and keys

A *provider* is a server: DeepInfra, another service, or a program on your own computer.

- **DeepInfra**: open the providers dialog and paste a key. It is checked once and then kept in the key store of your system, never in a file of Diptych.
- **Any other server** that speaks the OpenAI protocol: give its address and press *Test connection*.
- **This computer**: let Diptych look for Ollama, llama-server, LM Studio and vLLM.

A key goes to its own server only.
)md";

constexpr auto kParametersEnglish = uR"md(### Parameters

The panel on the right holds what a request says besides the messages: `temperature`, `top_p`, `max_tokens`, `seed`, the service tier and more.

Every one starts at *not sent*: the server then decides. Only what you set is sent, and nothing is guessed for you.
)md";

constexpr auto kImagesEnglish = uR"md(### Pictures

Paste a picture, drop it on the window, or choose a file. It is scaled to what servers take, and its metadata, such as the place where it was taken, is removed before anything is sent.

Try it with the model `diptych/vision`: it really looks at the pixels.
)md";

constexpr auto kHistoryEnglish = uR"md(### Editing, retrying, branches

- Press **Up** in an empty composer to edit your last prompt.
- **Retry** asks for another answer; the first one is kept.
- Small arrows at a message walk through its versions. A conversation is a tree, and nothing is overwritten.

All of it is kept on your computer, also when the program is closed in the middle of an answer.
)md";

constexpr auto kToolsEnglish = uR"md(### Tools

A tool is something that a model may ask for while it answers: you give the answer yourself, a program does, or an MCP server. Press *Tools to call* in the parameter panel, set one up, choose it for this lane, and take the model `diptych/tools`. It calls what was really sent, with arguments that fit the schema.

A call of a program or a server waits until you allow it: once, or always. You can change what is called and what the model is told, or refuse with a reason.
)md";

constexpr auto kTourEnglish = uR"md(# Welcome to Diptych

I am the **demo**: a fixed text inside the program, not a language model. Nothing you write here leaves your computer, and nothing costs money. I answer the way a real server does, word by word, so that you can look around.

## What you can do here

1. **Write** below and press Enter. *Shift + Enter* makes a new line.
2. **Stop** an answer at any moment; what came is kept.
3. **Choose a model** at the top of this lane. Each demo model shows something else:

| model | what it shows |
|---|---|
| `diptych/reasoner` | thoughts that fold away, with their duration |
| `diptych/vision` | a picture described from its pixels |
| `diptych/tools` | calls of the tools you send |
| `diptych/json` | answers that fit a schema |
| `diptych/slow` | a busy server, to try *Stop* |
| `diptych/length` | an answer that is cut off, to try *Continue* |

The models named `diptych/error-…` fail in every way a server can.

## Two answers, side by side

Press **Compare** to open a second lane. One prompt then goes to two models, and you read both answers next to each other.

> A conversation is a tree. A lane is a path through it. Editing and retrying add branches; nothing is lost.

## A real model

You need a *provider*. With [DeepInfra](https://deepinfra.com) that is a key to paste; with a server of your own it is an address. The command line knows them too:

```sh
# asks a server on this computer and streams the answer
diptych-cli ask --base-url http://localhost:11434/v1 \
    --model llama3.2 "Why is the sky blue?"
```

## To try next

- [x] Read an answer while it streams
- [ ] Scroll up while one is running: the text stays where you read
- [ ] Open a second lane and compare
- [ ] Paste a picture and ask `diptych/vision`
- [ ] Add a provider

Ask me about *comparing*, *providers*, *parameters*, *pictures*, *branches*, *tools* or *the keyboard*.
)md";

constexpr auto kTopicListEnglish =
    uR"md(I am a fixed text, so I can only speak about this program. Ask me about:

- **comparing** two models side by side
- **providers** and their keys
- **parameters** of a request
- **pictures**
- **branches**: editing and retrying
- **tools**
- **the keyboard**

For everything else choose a real model at the top of this lane.
)md";

constexpr auto kPictureHintEnglish =
    uR"md(A picture came with your message, and I have no eyes: I am a fixed text. Choose **`diptych/vision`** at the top of this lane and retry. That model looks at the pixels.
)md";

constexpr auto kSlowEnglish =
    uR"md(I take my time, as a large model on a busy server does. While I write you can **stop** me, scroll, open another conversation or type the next prompt: it is queued and sent when I am done.

The figures above this lane count what you are waiting for. The *time to the first token* is how long the server was silent; the *tokens per second* are the speed of the text. An answer goes on when you look at another conversation, and the sidebar marks it when it is done.
)md";

constexpr auto kLengthEnglish =
    uR"md(Every answer has a limit: the value of `max_tokens` where you set it, otherwise what the server allows. When the limit is reached the server stops in the middle of a sentence and says so: the reason of the end is *length*, not *stop*. Diptych then offers **Continue**. It sends the conversation again with the unfinished answer as its last message, and the model goes on exactly there. What comes is joined byte for byte, without a space or a line break in between, so that code and tables stay whole. You are reading the proof: this paragraph was made in several pieces, each by a request of its own, and you should not be able to find the seams. Now it ends by itself, with the reason *stop*.
)md";

constexpr auto kNoToolsEnglish =
    uR"md(No tools came with this request, so there is nothing I could call.

Add one in a minute:

1. Press **Tools to call** in the parameter panel, then *Set up tools…*
2. Press **Add**, choose *A tool that you answer by hand*, name it `weather` and save it.
3. Choose it under *Tools to call*.

Then ask again. I call what was really sent, with arguments that fit its schema, and you play the tool. Programs and MCP servers are added the same way; they are called when you allow it.
)md";

constexpr auto kSmallEnglish =
    uR"md(My context holds 600 tokens: your messages, my answers and the room that you give the next one with *Max tokens*. That is little on purpose.

Go on writing, or set **Max tokens** to 1000: the request then does not fit, and Diptych says so in numbers. You can leave out the oldest rounds, shorten the answer to what fits, or choose a model with more context. Nothing is deleted by it.
)md";

constexpr auto kNoPictureEnglish =
    uR"md(I see no picture in your message. **Paste** one, **drop** it on the window or choose a file with the button beside the composer, then ask again.

I do not recognise things, as a real model would. I measure: the size, the main colours and where they are, how bright it is, and where there is much detail.
)md";

constexpr auto kNoSchemaEnglish =
    uR"md(This model answers in JSON once you ask for it. Set **response format** in the parameter panel to *JSON*, or to *JSON schema* with a schema such as:

```json
{
  "type": "object",
  "properties": {
    "title": { "type": "string" },
    "stars": { "type": "integer", "minimum": 1, "maximum": 5 }
  },
  "required": ["title", "stars"]
}
```

The answer then fits the schema. Its content is made up, because I am only a demo.
)md";

constexpr auto kBrokenOffEnglish =
    uR"md(This answer will not reach its end. Servers restart, networks change, notebooks sleep: a stream can stop at any word. What came is kept and marked, and you can continue or retry. The rest of this text, which you will never see, would have told you that nothing was lost but the end of the sentence.
)md";

constexpr auto kDiceEnglish =
    uR"md(I[ choose*6| pick*3| draw*1] my words by chance, and I say how likely each of them was. These are no thoughts of a model: I am a demo with a fixed text, and at its forks I throw[ dice*7| a coin*2| straws*1].

Just now I threw a[ one*1| two*1| three*1| four*1| five*1| six*1]. Today I would rather be a[ cat*50| dog*35| parrot*12| submarine*3], and my favourite colour is[ green*6| blue*3| orange*1]. Breakfast was[ good*70| late*20| cold*8| 早い*2]. Tomorrow it will[ rain*45| be sunny*40| snow*14| hail frogs*1].

Ask for *Token probabilities* and *Alternatives per token* (parameters, *More*), then open *Tokens* below the answer. Where I was[ unsure*55| torn*30| lost*15] the ground is darker. Choose another word there and branch: I go on from it. With the same *seed* I throw the same; a higher *temperature* makes rare words[ likelier*8| braver*2].
)md";

constexpr auto kNothingAskedEnglish =
    uR"md(This model lacks **tools**, **response formats** and **pictures**. Send one of them with your prompt: the server then answers 405, and Diptych offers to go on without the feature. A plain prompt like yours works.
)md";

constexpr DemoTexts kEnglish{
    .tour = kTourEnglish,
    .topicList = kTopicListEnglish,
    .pictureHint = kPictureHintEnglish,
    .slow = kSlowEnglish,
    .length = kLengthEnglish,
    .small = kSmallEnglish,
    .dice = kDiceEnglish,
    .noTools = kNoToolsEnglish,
    .noPicture = kNoPictureEnglish,
    .noSchema = kNoSchemaEnglish,
    .brokenOff = kBrokenOffEnglish,
    .nothingAsked = kNothingAskedEnglish,
    .topics = {{
        {u"keyboard shortcut", kKeyboardEnglish},
        {u"compar lane column side second", kCompareEnglish},
        {u"key provider server deepinfra ollama account token url", kProvidersEnglish},
        {u"parameter temperature setting seed top_p tier panel", kParametersEnglish},
        {u"image picture photo vision attach", kImagesEnglish},
        {u"edit retry branch undo history version delete", kHistoryEnglish},
        {u"tool function call", kToolsEnglish},
    }},
};

} // namespace

const DemoTexts &englishDemoTexts()
{
    return kEnglish;
}

} // namespace app
