"""答弁の約束: what the executive side promises, plans, studies, declines or reports done. Begin with `ledger`.

1. `clauses` finds the statements of a reply: a sentence is cut (`cuts`), read with quotations covered and speech put as it would be
   written (`spoken`); `actors` and `topics` whose doing it is, `deeds` (`deed_words`) which are acts, `telling` what is only said in the meeting,
   `due` the time
2. `main_clause` (`main_words`) gives the kind (`kinds`) of a sentence, `side_clauses` (`side_words`) that of the clauses before: resting on `acts`, `humble`, `plain_plans`, `bills`, `states` (`state_words`), `tense` (after `shell` has taken off what says only
   that it is so); `considering`, `declined`, `requests` what is no promise or less than one, `granted` what is granted before the main clause
3. `rows` (with its `theme`) of an exchange, kept in the `table` beside the store; `linking` by `links` joins later mentions of the same matter
4. `reading` finds and counts; `types` what is given, `files` as JSON and tables; `open_promises` those that want a follow-up
"""
