"""Questions and replies in print: who asks and who replies is told by the form of the list, not by a label before each.

- without any known mark: `alternation` of `headkinds` (`takingturns`), `askedpoints`, `arrowlines`
- only the reply bears a mark: `arrowpoints`, `abovereplies`, `taggedreplies`; it bears none, or the department: `lostreplies`, `departmentlabels`
- all replies below all questions: `countedreplies`; both on one line: `inline`; glued to the words: `gluedasks`
- in writing: `written`, `oneletter`
"""
