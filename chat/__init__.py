"""Answering with verbatim quotes; the desk; the web page and the HTTP API. Which folder does what, and where to begin:

A question on its way to an answer (begin with `service`, its one call):

1. `questions` what is asked, after a conversation too
2. `finding` the exchanges that the search has for it
3. `answers` which of them answers, by which sentences, and whether at all; `last_said` looks for a newer one, `meant` takes the reading of the
   question that is answered most surely
4. `framing` says who said it, where and when (`naming`, `offices_en`, `romaji`), `refusals` what was searched in vain, `remarks` what an answer
   is not (both in the words of `notices`; `saying` for a line in two languages), `follow_ups` what to ask next; `types` is what comes of it

With a language model (`llm`) `answers` states its claims, of which those are shown that `verification` finds borne out.

The desk: `desk` with compare (比較), check (答弁確認) and brief (質問準備), and `commitments` (答弁の約束).

The documents: `held`; what is found and quoted of them without an answer: `lookup`, and the places of a wording that somebody has:
`where_it_stands`; how a document was read: `inspection`; its words in full: `record`; what a first question may be: `examples`. Files to keep:
`exports`.

Shown to people: `page` (Gradio) puts together what `render` makes of answers as HTML, in the `words` of two languages; `commands` are those of
the terminal.

For programs: `api`, its forms in `contract`; `tools` for Python. Before all of them: `limits`, `settings`. What they need of the service
is in `ports`.

The folders import one another in one direction: verification, answers, questions, commitments, held, desk, render, page.
"""
