"""Finding exchanges. Begin with `search`, the one call of it; `types` is what goes in and comes out.

A question: `analysis` makes it what search and answer need (`asked`).

- where to look: `scope`, `scope_towns` without the `towns_unmeant`, `town_clauses`
- what is asked for: `question`, `answer_kinds` of what is not only `told_of`, `terms` (weighted words; `said_beside` those that weigh otherwise here), `overviews`, `in_time` (the newest, the oldest)
- of whom: `sides` (`sides_words`), `sides_foreign`, `offices`, `persons`, `persons_english`
- in the record's spelling: `spelling`, `synonyms`, `verbs`, `kana` (`kana_words`), `kana_unbroken`, `kana_verbs`, `mixed_spelling`
- in another of the `languages`: `english`, `english_forms`, `english_words`, `english_places`, `romaji`; `bilingual` with `jmdict`;
  `korean`, `hangul`; `chinese`

The index: `index` keeps what `entries` takes from an exchange, under one `manifest`; `update` brings it up to the store, `doctor` examines it.

- by words: `lexical` with its `writer` (`linked` where it cannot be written), over the words of `tokenize` and `more_words`
- by meaning: `dense` with its `segments`, over the vectors of `encoders` (`models` to choose from, `hub` loads them; `model` is the bundled one)
- both: `fusion`

`train` makes the bundled model; `data` holds word lists.
"""
