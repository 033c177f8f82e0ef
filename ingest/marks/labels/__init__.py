"""Labels of single printings on one line: what else than a usual form says who speaks.

- names and seats: `rosternames`, `shortnames`, `namesbehind`, `numberednames`, `seatlabels`, `askernames`, `pressnames`
- a line of its own: `lonelabels`, `stoplabels`, `sidesabove`
- numbers, letters, headings before it: `headedlabels`, `lettered`, `partheads`
- glued to the words or bare of the sign: `gluedheads`, `lostsigns`, `sameform`, `midline`
- explained by the record itself: `stated`
"""
