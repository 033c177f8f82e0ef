"""A speaker's label as name and office. Begin with `speakers`.

`speakerwords` labels without brackets, `pairedlabels` two words joined by a sign, `labelnotes` notes behind a label, `offices` the words for who
speaks, `departments` those before them, `names` what can be a name, `gluednames` where one ends (`dictionarynames`), `institution` and `otherlabels` who is no person,
`sidewords` a side and nobody (問, 答), `roster` who stands in a line of a roster, `askers` the member named in a title or after 質問者, `capacity`
whom a member stands for.
"""
