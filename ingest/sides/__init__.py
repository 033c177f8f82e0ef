"""Where speakers stand in this meeting: what the office alone does not tell. Begin with `standing`.

`presiding` who presides, `twosided` offices that ask here and reply elsewhere, `publicmeetings` where members reply, `calledoffices` offices that the
chair says, `ownsurname` surnames that end in 部, `askingbodies` operators and other bodies on a board that ask.
"""
