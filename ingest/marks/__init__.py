"""How a line announces who speaks: a `mark`. Begin with `finding`.

Candidates of a line: `markforms`, of it `bareforms` (`punctuated`), `tagforms`, `markedup`; `settle` chooses among them, `joined` what only the
whole document tells, `speaks` which have words, `handover` whether so few of them are a talk, `stretches` where the document changes its form.
Without any known mark: `alternation` of `headkinds` (`takingturns`). Lines that are no mark by their form: `headingforms`, `headlines`,
`letterfields`, `contacts`.

Of single printings, each opening with how it looks:
- labels: `brokenlabels`, `countedreplies`, `departmentlabels`, `gluedlabels`, `halflabels`, `headedlabels`, `lonelabels`, `narrowlabels`,
  `partedletters`, `roundtags`, `ruledlabels`, `sameform`, `seatlabels`, `splitlabels`, `stackedlabels`, `stoplabels`, `unbrokenlabels`,
  `lostbrackets`, `lostsigns`; from names and offices: `columnnames`, `namesbehind`, `numberednames`, `rosternames`, `shortnames`, `pressnames`, `askernames`;
  by letters and heads: `lettered`, `formheads`, `marginheads`, `partheads`, `stated`
- questions and replies: `abovereplies`, `arrowlines`, `askedpoints`, `gluedasks`, `gluedheads`, `inline`, `lostreplies`, `midline`, `oneletter`,
  `sidesabove`, `taggedreplies`, `written`
- told of others: `explainednotes`, `heardcalls`, `quoted`, `signed`, `signedpoints`, `told`, `trailingcalls`; a page that lost its line ends:
  `unbroken`
"""
