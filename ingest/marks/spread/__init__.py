"""Labels over several lines: columns drawn as text, labels that a margin or a page cut.

- a column of labels, words beside it: `halflabels` (with `stackedlabels`, `partedletters`), `narrowlabels`, `columnnames`, `ruledlabels`, `middlelabels`
- a head of a form or a margin before the label: `formheads`, `marginheads`
- cut by the margin or the page: `brokenlabels`, `splitlabels`
"""
