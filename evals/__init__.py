"""Gold questions in, metrics and reports out. Begin with `evaluation`: the product and its baselines over one gold set.

1. `gold` the questions, `annotation` what they point to, `documents` the files as a person reads them
2. `systems` what is asked: the `product`, and `baselines` (`lexical`, `dense`) over their `units`
3. `run` asks every question once; `scoring` sets an answer against the gold by `text`; `written` what a language model states besides
4. `metrics` with `ranking` and the intervals of `stats`; `misses` what went wrong, in words
5. `report` with `figures`, `tables` on the terminal, in the `names` of two languages; `saved` runs; `compare` sets two against each other
6. `gate` lets quality only rise

On the page: `tab`, with `session` and `uploads`. The command: `cli`.

Other measurements: `benchmark*` of encoders; `verification*` of the check of generated sentences, on `renderings` (true) and
`corruptions` (false); `calibrate` and `calibrate_sentences` fit the weights by which an answer is chosen or refused.
"""
