"""Files and URLs to minutes. Begin with `parse`, which tells the steps, and `types`; `add` puts what comes of it into the store.

1. `found` which files are meant, `web` documents from addresses; `readers` turn bytes into text with positions
2. `layouts` families of minutes, each with what tells it; `columns` what the columns of an export hold
3. `text` what a line of the text is and what a page holds besides speech
4. `marks` how a line announces who speaks; `people` a label as name and office
5. `turns` marked lines to utterances, headings told apart; `sides` where speakers stand in this meeting
6. `header` the meeting's data; `days` where the next of several meetings in one file begins
7. `pairing` utterances to exchanges, several questions of one turn each with its replies
8. `passages` what of an exchange is indexed; `quality` how well a document was read, `voices` who speaks in it

The folders import one another in one direction: text, people, phrases, header, sides, marks, days, columns, turns, pairing, readers, layouts.

What words do (ask, answer, thank, announce) is told in `phrases` alone. A module of one printing opens with how that printing looks.
"""
