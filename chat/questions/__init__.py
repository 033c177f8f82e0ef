"""What a question means, alone and in a conversation (step 1 of the folder above). Begin with `understanding`.

`history` completes a follow-up by rules, `rewriting` by a language model; `again`, `elsewhere` and `from_then` read what means an earlier question,
`spoken_of` (`spoken_words`) which exchanges the conversation is about,
`courtesies` are what is said around a question and of how it is to be answered, `circumstances` why it is asked, `letters` the
letter around it,
`one_by_one` two things asked in two sentences, `in_full` the whole of what was shown and what was asked or replied, `one_of_them` one of several quotations,
`wording_asked` a wording whose place is asked for, `recalled` what was asked before, `length` how much of a pasted page is read.

`talk` puts together the lines to `asides` (`aside_words`), and what needs no search: what is told `about_records`
(`record_words`) and `about_holdings` (`holdings_words`), `who_spoke` in them, when the `next_meeting` is, and for which `groups` (parties) they speak; `overview` answers what a meeting or a member took up at all,
`times_asked` how often a matter was.
"""
