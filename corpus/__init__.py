"""The vocabulary, the store on disk, the municipality register and the sample minutes. Begin with `types`; every error is one of `errors`.

On disk: `store` is the one way in; of it `schema` (tables and their migrations), `read_only` (where the folder cannot be written), `writing` and `reading`, `selection` (what a filter
leaves), `serialize` (vocabulary as JSON), `feed` (what the index gets), `fetches` (what came from the web, and when).

Words of the record that every package reads alike: `register`, `places` and `place_bounds` (municipalities), `eras`, `periods` and
`period_rules` (dates), `numerals`, `bills`, `spans`, `sentences`; for comparing only, `folding` and `kana`.

How a pattern of many branches is written, anywhere: `patterns`; a list or table of words: `wordlists`.

Shared by threads: `cache`, `sudachi`. Of work that takes long: `progress`. `sample` is the sample minutes and what writes their files, `data` the list of municipalities.
"""
