"""Files and URLs to minutes. Begin with `parse`, which tells the steps, and `types`; `add` puts what comes of it into the store.

1. `found` which files are meant, `web` documents from addresses; `readers` turn bytes into text with positions
2. `layouts` families of minutes, each with what tells it; most rest on `turns` (marked lines to utterances)
3. `lines` and `wraps` what a line of the text is, `furniture` what a page holds besides speech
4. `marks` how a line announces who speaks: its candidates (`markforms`, `bareforms`, `tagforms`), of which `settle` chooses; the forms
   of single printings stand in modules of their own (`*labels`, `*columns`, `glued*`, `unbroken*`, `signed*`)
5. `speakers` a label as name and office (`names`, `offices`), `sides` where they stand in this meeting
6. `header` the meeting's data: `town` (else `hometown`), `bodies`, `held`, `agenda`, `attendees`
7. `exchanges` utterances to exchanges: what the `chair` does (`moderation`), `memberturns`, `late` replies; `parts` several questions of one
   turn, each with the replies that `alignment` gives it
8. `passages` what of an exchange is indexed; `quality` how well a document was read

What words do (ask, answer, thank, announce) is told in `wording` alone. A module of one printing opens with how that printing looks.
"""
