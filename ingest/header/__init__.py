"""The data of a meeting, from what stands before its first speech. Begin with `meeting`.

`labels` and their values, `title`, `whose` meeting it was: `bodies` (会議体), `sessions`, `town` (else `hometown`); `held` (the day; `published` the
others), `agenda` (`agenda_words`, `centred`, `subjects`), `attendees` (`rosterlines`), `responsible` department, `filename`.
"""
