"""Where speakers stand in this meeting: what the office alone does not tell. Begin with `standing`.

`presiding` who presides, `directors` offices of two sides, `publicmeetings` where members reply, `conferringheads` heads of governments,
`calledoffices` offices that the chair says, `boards` members of boards, `ownsurname` surnames that end in 部.
"""
