"""Pages that lost their line ends: a whole meeting on a few lines. Begin with `unbroken`.

Labels amid such a line: `unbrokenlabels` without a sign, `roundtags` in round or pointed brackets, `gluedlabels` without blanks, `lostbrackets` without the opening
bracket.
"""
