"""The text of a document as lines with offsets; what is paper is told from what was said, by spans alone. Begin with `lines`.

`wraps` how lines are broken, `furniture` what a page holds besides speech, `pageheads` page numbers glued to words, `formatting` tags and
emphasis; `cover` what came to stand where, `offsets` several documents of one file,
`normalize` helpers that recognise.
"""
