"""What words do in a meeting: general phrases, none of a single council. `wording` ask, wish, thank, close,
`replying` report, put off, go back, ask back.

`stating` what sounds like a question and states, `fluent` speech without hesitations, `openers` how a matter is taken up, `procedure` motions and
votes, `moderation`, `calls` and `chairasks` a chair's words, `chair` what he does by them in a turn, `floor` what he opens it for, `prose` told in the third person, `terms` content
words for comparing.
"""
