"""Marked lines to utterances. Begin with `reading`; it reads what `scanning` found.

`owntitles` at the head of a question, `opening` and `afterwards` what stands before the first speech, `lead` in nobody's voice; `words` what below a mark is speech, with `endings`
(`ending_words`), `verdicts`, `pagetags` and `betweens`; `headings` which lines are headings there, of them `cutheadings`, `digesttitles`;
`toldnotes` stand for words; `chairwords` among 問 and 答; `displaced` labels drawn apart; `speeches` long ones in pieces.
"""
