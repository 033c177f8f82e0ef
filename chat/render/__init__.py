"""The page's parts as HTML; whatever comes from a document or a user is escaped (see `answers`).

`frame` the head of the page, `talk` the conversation, `answers` what it holds; `record` one exchange in full, of `turns`; `desk`
compare, brief and check; `ledger`, `documents` and `runs` in a `table` shown a part at a time; `inspection` how a document was read.
"""
