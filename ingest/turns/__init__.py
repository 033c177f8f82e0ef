"""Marked lines to utterances. Begin with `reading`.

`opening` and `afterwards` what stands before the first speech, `lead` in nobody's voice; `words` what below a mark is speech: `headings` (`headlines`, `inset`,
`cutheadings`, `digesttitles` with `askers`), `endings`, `verdicts`, `contacts`, `letterfields`, `pagetags`, `betweens`; `chairwords` among 問 and 答; `displaced` labels drawn
apart; `speeches` long ones in pieces.
"""
