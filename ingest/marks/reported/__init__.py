"""Who speaks is told beside or behind the words, or in a sentence.

`told` minutes in short that give the words themselves, `explainednotes` notes that somebody explained, `quoted` speeches in quotation marks; `signed`
names behind the words, `signedpoints` points that bear them; `heardcalls`, `trailingcalls` the chair's call.
"""
