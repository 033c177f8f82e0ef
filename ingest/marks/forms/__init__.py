"""The candidates of one line for a mark. Begin with `markforms`, which puts them together.

`tagforms` what stands in brackets, `asktags` 問 and 答, with their `labelnumbers` and who is `namedbehind` them; `bareforms` neither sign nor
bracket, of it `punctuated` (a colon, a tab, a dash); `markedup` labels with markup in them.
"""
