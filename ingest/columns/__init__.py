"""The columns of a table that a program wrote, told by what stands in them. Begin with `roles`.

`grid` the table as columns of texts, `fieldnames` what exports call them, `speakers` who speaks by them, `cells` what one cell may be, `conversing`
whether the rows are a conversation, `paired` a column that asks beside one that replies.
"""
