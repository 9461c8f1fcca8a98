// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_texts.h"

using namespace Qt::StringLiterals;

namespace tests {

namespace {
SampleTopic coldStart()
{
    return {
        .title = u"Why does the first request take so long?"_s,
        .prompt = "The first request to my service after a deploy takes 4 seconds, the "
                  "following ones 40 ms. Where should I look?",
        .answers =
            {R"(Four seconds once, then 40 ms, is a **cold start**. The usual suspects, in the order in which I would check them:

1. **Lazy connections.** The first request opens the database pool. Log the time between *accepted* and *first query*.
2. **Just-in-time compilation** or class loading. A second first request to *another* endpoint tells: if that is slow too, it is not the endpoint.
3. **A cold page cache.** After a deploy the binary and its data come from disk.

| Cause | How to see it | Cheap remedy |
|---|---|---|
| pool opens late | gap before the first query | open it at start |
| compilation | slow per endpoint | warm up after deploy |
| page cache | `majflt` in `ps` is high | read the files once |

A warm-up that calls each endpoint once, before the load balancer is told, removes all three:

```sh
for path in /health /search /checkout; do
    curl --fail --silent --output /dev/null "http://localhost:8080$path"
done
```
)",
             R"(Measure before guessing. Put a timestamp at each step of that first request:

```python
with timed("connect"):
    pool = connect()
with timed("query"):
    rows = pool.fetch("SELECT 1")
```

In nine of ten cases `connect` is the slow one: DNS, TLS and authentication all happen there. Open the pool when the service starts, and report *ready* only afterwards.
)",
             R"(It is almost certainly initialisation that happens on demand.

- Look at what runs once: configuration, templates, connection pools, caches.
- Compare with `strace -c` on the first and on the second request.
- If you run in a container with a CPU limit, compilation at start is throttled as well.
)"},
        .followUp = "It was the pool. Can I open it at start without delaying the deploy?",
        .followUpAnswer =
            R"(Yes: open it in the background and let the *readiness* probe wait, not the process.

```go
go pool.Open(ctx)
http.HandleFunc("/ready", func(w http.ResponseWriter, r *http.Request) {
    if !pool.IsOpen() {
        w.WriteHeader(http.StatusServiceUnavailable)
    }
})
```

The deploy goes on at once; traffic arrives only when the pool is open.
)",
        .reasoning = "Once slow, then fast: something is initialised lazily. Candidates are the "
                     "connection pool, compilation, and the page cache. A table of how to tell "
                     "them apart would help most."};
}

SampleTopic sortingPictures()
{
    return {
        .title = u"What is in this picture?"_s,
        .prompt = "What do you see here, and what time of day is it?",
        .answers =
            {R"(A **low sun over hills**, seen from a slope:

- the sky goes from pale yellow at the horizon to a deep blue above,
- two ridges, the farther one lighter: haze, so there is some distance between them,
- the sun stands about a hand's breadth above the ridge.

By the warm light and the long gradient I would say **shortly before sunset**. From a single picture I cannot tell it from sunrise with certainty.
)",
             R"(An abstract landscape: a sun, two ranges of hills and a gradient sky. The light is that of an evening in late summer.
)"},
        .followUp = "Suggest a title for it.",
        .followUpAnswer = "*Two Ridges, One Evening*\n",
        .reasoning = {},
        .hasImage = true};
}

SampleTopic dough()
{
    return {.title = u"Pizza dough for tomorrow evening"_s,
            .prompt = "I want to bake pizza tomorrow at 7 pm for six people. What do I prepare "
                      "when?",
            .answers = {R"(For six pizzas of about 260 g each:

| Ingredient | Amount | Share |
|---|---:|---:|
| Flour (type 00 or 550) | 960 g | 100 % |
| Water, cold | 600 g | 62.5 % |
| Salt | 26 g | 2.7 % |
| Fresh yeast | 2 g | 0.2 % |

## Today

1. **8 pm:** mix flour, water and yeast, wait 30 minutes, then knead in the salt.
2. **9 pm:** fold once, cover, and into the fridge.

## Tomorrow

1. **2 pm:** take it out, divide into six balls, cover.
2. **6 pm:** heat the oven as hot as it gets, with the stone or tray inside.
3. **7 pm:** stretch, top *sparingly*, bake 5 to 7 minutes.

> Cold time is flavour: the dough forgives two hours more or less, but not twice the yeast.
)"},
            .followUp = "And if I only have dry yeast?",
            .followUpAnswer =
                "Take a third by weight: **0.7 g**, about a quarter of a teaspoon. Stir "
                "it into the water first.\n",
            .reasoning = {}};
}

SampleTopic borrowChecker()
{
    return {
        .title = u"Borrow checker and a cache"_s,
        .prompt = "Why does this not compile?\n\n```rust\nfn get(&mut self, key: &str) -> &Value "
                  "{\n    if let Some(v) = self.map.get(key) {\n        return v;\n    }\n    "
                  "self.map.insert(key.to_string(), load(key));\n    &self.map[key]\n}\n```",
        .answers =
            {R"(The borrow that `get` returns lives as long as the *returned* reference, on **every** path, also on the one where nothing was found. So `insert` finds the map still borrowed.

Use the entry API, which borrows once:

```rust
fn get(&mut self, key: &str) -> &Value {
    self.map
        .entry(key.to_string())
        .or_insert_with(|| load(key))
}
```

It allocates the key even on a hit. Where that matters, ask first:

```rust
if !self.map.contains_key(key) {
    self.map.insert(key.to_string(), load(key));
}
&self.map[key]
```
)",
             R"(It is the well-known *conditional return of a borrow*. The next generation of the checker accepts it; today's does not.

`contains_key` followed by indexing costs one look-up more and compiles.
)"},
        .followUp = "Which of the two is faster on hits?",
        .followUpAnswer = "The second: two look-ups (~40 ns) are cheaper than one allocation "
                          "(~60–100 ns) for short keys. Measure with *your* keys.\n",
        .reasoning = "This is the conditional control flow problem. Mention entry(), its "
                     "allocation, and contains_key as the alternative."};
}

SampleTopic nightTrain()
{
    return {
        .title = u"Night train to Vienna with two children"_s,
        .prompt = "Two adults, two children (6 and 9), from Hamburg to Vienna by night train. "
                  "Compartment or seats?",
        .answers =
            {R"(**A compartment of your own**, for one reason: children sleep where a door closes.

- *Sleeper:* beds made, washbasin, breakfast; the dearest.
- *Couchette, private:* four or six berths for you alone; the best value for four.
- *Seats:* cheap, and nobody sleeps.

Take berths **in the middle of the car** (quieter), board early, and pack a small bag for the night so that the big ones stay below.
)"},
        .followUp = "What should be in the small bag?",
        .followUpAnswer = "- [x] pyjamas and tooth brushes\n- [x] a torch for each child\n- [ ] "
                          "water, 1 l\n- [ ] ear plugs for the adults\n- [ ] one *new* book\n",
        .reasoning = {}};
}

SampleTopic indexes()
{
    return {
        .title = u"Slow query with ORDER BY and LIMIT"_s,
        .prompt = "`SELECT * FROM orders WHERE customer = 42 ORDER BY created DESC LIMIT 20` "
                  "takes 900 ms on 30 million rows. There is an index on `customer`.",
        .answers =
            {R"(The index finds the customer's rows but not their **order**: they are all fetched and sorted, to throw away all but 20.

```sql
CREATE INDEX orders_by_customer_and_time
    ON orders (customer, created DESC);
```

Now the 20 newest lie next to each other in the index; the query reads 20 entries. Expect below a millisecond.

Check with `EXPLAIN (ANALYZE, BUFFERS)`: the *Sort* node must be gone.
)",
             R"(Add `created` to the index. A composite index in the order *equality first, then sort* serves `WHERE … ORDER BY … LIMIT` without sorting.

The old index on `customer` alone is then redundant and can go.
)"},
        .followUp = "Does the direction DESC matter?",
        .followUpAnswer = "Not here: a B-tree is read in both directions. It matters only for "
                          "mixed orders such as `a ASC, b DESC`.\n",
        .reasoning = {}};
}

SampleTopic chinese()
{
    return {.title = u"你好世界 的由来"_s,
            .prompt = "为什么第一个程序总是输出“你好，世界”？",
            .answers =
                {R"(这个传统来自 **1978 年** 出版的 *The C Programming Language*。书中第一个例子是：

```c
main()
{
    printf("hello, world\n");
}
```

它足够短，却能验证编译器、链接器和终端都在工作，所以后来几乎每本教程都沿用了它。
)"},
            .followUp = "更早的来源呢？",
            .followUpAnswer = "1972 年 B 语言的内部教程里已经有类似的例子。\n",
            .reasoning = {}};
}

SampleTopic compound()
{
    return {
        .title = u"Compound interest, explained to a ten-year-old"_s,
        .prompt = "Explain compound interest to a ten-year-old, with one number example.",
        .answers =
            {R"(Imagine **ten rabbits**. Every year each pair gets one baby, and next year the babies have babies too. So it is not the same number that is added each year: it grows, because *what was added also grows*.

With money: 100 € at 10 %.

| Year | Added | You have |
|---:|---:|---:|
| 1 | 10.00 € | 110.00 € |
| 2 | 11.00 € | 121.00 € |
| 3 | 12.10 € | 133.10 € |
| 10 | 23.58 € | 259.37 € |

The formula for later: $K_n = K_0 \cdot (1 + p)^n$.
)"},
        .followUp = "Why not 200 € after ten years?",
        .followUpAnswer = "Because ten times 10 € would be *simple* interest. The extra 59.37 € is "
                          "the interest **on the interest**.\n",
        .reasoning = {}};
}

SampleTopic letter()
{
    return {.title = u"Kündigung des Fitnessstudios"_s,
            .prompt = "Schreib mir eine kurze, höfliche Kündigung für mein Fitnessstudio zum "
                      "nächstmöglichen Termin.",
            .answers = {R"(> Sehr geehrte Damen und Herren,
>
> hiermit kündige ich meinen Vertrag mit der Mitgliedsnummer **[Nummer]** fristgerecht zum nächstmöglichen Zeitpunkt. Bitte bestätigen Sie mir den Eingang dieser Kündigung und das Datum des Vertragsendes schriftlich.
>
> Mit freundlichen Grüßen

Schicken Sie das Schreiben per E-Mail *und* per Post, wenn der Vertrag Schriftform verlangt.
)"},
            .followUp = "Welche Frist gilt normalerweise?",
            .followUpAnswer = "Bei Verträgen seit März 2022 höchstens **ein Monat** zum Ende der "
                              "Laufzeit; danach jederzeit mit einem Monat Frist.\n",
            .reasoning = {}};
}
} // namespace

const QList<SampleTopic> &sampleTopics()
{
    static const QList<SampleTopic> topics{coldStart(), sortingPictures(), borrowChecker(),
                                           dough(),     indexes(),         nightTrain(),
                                           chinese(),   compound(),        letter()};
    return topics;
}

} // namespace tests
