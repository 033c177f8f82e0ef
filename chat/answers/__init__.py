"""From found exchanges to quotations (step 3 of the folder above). Begin with `answer`.

1. `reading` sets a question and an exchange side by side, `measuring` says in numbers what speaks for it, `preference` which goes
   first; a `drafts` entry is kept of each; `matters` shows what was found by the part that it is about
2. `admission` whose words may be quoted and which exchange may answer: whether it is on the `subject`, the `phrases` of a few nouns too, and says its `whole_names`, its `items` of the agenda, the `kinds` of thing that a text holds,
   with their `counters`, and what it is `lacking` of those asked for (or `denying` that it was done, or telling `of_another`; what is asked for by its name is `named`, who was for or against by its `stances`), the `years` that are named; `carried` what an exchange takes over from those before it
3. `evidence` whether it is sure enough to be shown at all, beside what `other_towns` tell; `going_on` whether a follow-up is answered (`going_on_words`), `towns` which of several towns are
4. `said` what each sentence says whatever is asked, `extractive` which sentences, by `announcing` too (`scoring` gives it what it needs of
   both), `choosing` how many of them as a question has `wanted` them (`halves`: of each of two things asked), `completing` adds (the one that is `deciding`, or that wishes, or tells of `totals`), `quoting` of which exchanges, `sides` what the
   other side said to it; `wording` how replies are put, of it `fillers` what says nothing, `not_given` that something is not told and `withheld` of what
5. `citations` checks each against the record

With a language model `generation` puts its `claims` in place of step 4; what the record does not bear out is withheld.
Where a member's question is quoted and not the reply, `member_questions` says which of its sentences ask.
"""
