"""What words do in a meeting: general phrases, none of a single council. `wording` ask, answer, thank, announce.

`stating` what sounds like a question and states, `fluent` speech without hesitations, `openers` how a matter is taken up, `procedure` motions and
votes, `moderation` and `chairasks` a chair's words, `chair` what he does by them in a turn, `prose` told in the third person, `terms` content words for comparing.
"""
