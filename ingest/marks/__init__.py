"""How a line announces who speaks: a `mark`. Begin with `finding`.

1. `forms` the candidates of one line for a mark, as records print them
2. `labels`, `spread`, `replies`, `reported`: printings of one kind or another that add, move or take away marks; each module opens with how
   that printing looks
3. `settle` chooses among the candidates by what the document shows in `support` of them, `joined` finds what only the whole document tells
4. `speaks` which marks have words, `handover` whether so few of them are a talk, `stretches` where the document changes its form

`lineless`: pages that lost their line ends. Lines that are no mark by their form: `headingforms`, `nomarks`.
The folders import one another in one direction: nomarks, forms, labels, replies, spread, lineless, reported.
"""
