"""The columns of a table that a program wrote, told by what stands in them. Begin with `columnroles`.

`exportcolumns` the table as a grid, `fieldnames` what exports call them, `fieldspeakers` who speaks, `columnwords` what a cell may be, `conversing` whether the rows
are a conversation, `pairedcolumns` one column that asks beside one that replies.
"""
