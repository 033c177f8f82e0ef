"""Answering with verbatim quotes; the desk; the web page and the HTTP API. Which module does what, and where to begin:

A question on its way to an answer (begin with `service`, its one call):

1. `understanding` what is asked, after a conversation (`history`) and across `towns`; by rules, or by a model (`rewriting`)
2. `finding` the exchanges that the search has for it
3. `answering` reads the first of them (`reading`), weighs them (`measuring`, `preference`) and keeps a draft of each (`drafts`)
4. `admission` whose words may be quoted and which exchange may answer: its `items` of the agenda, the `kinds` of thing asked
   for, with their `counters`, the `years` that are named; `carried` what an exchange takes
   over from those before it; `evidence` whether it is sure enough to be shown at all, of a follow-up with `going_on`
5. `said` what each sentence says whatever is asked, `extractive` which sentences, `choosing` how many of them (and the one that is
   `deciding`), `quoting` of which exchanges; `wording` how replies are put, of it `fillers` what says nothing and `not_given` what is not told
6. `citations` checks each against the record; `framing` says who said it, where and when (`naming`, `offices_en`, `romaji`), `refusals` what was
   searched in vain, `remarks` what an answer is not; `matters` shows what was found by the part that it is about; `overview` answers what a meeting or a member took up at all

A conversation: `talk` puts together the lines to `asides`, what is told `about_records`, `who_spoke` in them and for
which `groups`, and what a question goes on from (`spoken_of`);
`elsewhere` and `again` read what means an earlier question.

`types` is what comes of it; `follow_ups` what to ask next. With a language model (`llm`) it states `claims`; `generation` shows those
that `verification` finds borne out.

The desk, each with its types and files beside it: `compare` (比較), `check*` (答弁確認), `brief*` with `request` (質問準備), and
`commitments` with `commitment_*` (答弁の約束; from there `open_promises`). `facts` (of English, `facts_en`) are the figures and dates that two sentences are
set side by side by.

What is held: `holdings`, `shelf`, `backup`, `workspace`; what is found and quoted of it without an answer: `lookup`; how a document was read: `inspection`; its words in full: `record`; votes:
`feedback`; what a first question may be: `examples`. Files to keep: `exports`, `conversation_files`.

Shown to people: `page` (Gradio) puts together what `render*` makes of answers as HTML, in the `words` of two languages; `conversation`
is what the browser keeps. `terminal` and `desk_lines` are for the command, `*_cli` (on `cli`) its subcommands.

For programs: `api` with `api_*`, its forms in `contract`; `doors` with `openai_api` and `mcp_server`; `tools` for Python. Before all of
them: `serve`, `web`, `guard`, `tokens`, `limits`, `settings`. What they need of the service is in `ports`.
"""
