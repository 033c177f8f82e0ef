"""The Gradio page. Begin with `frame`, which puts it together in the look of `theme`; `parts` is what every tab is made of.

The tabs: `talk` (with `asking` and `narrowing`; the browser keeps a `conversation`, `conversation_files` make a file of it), `compare_tab`,
`brief_tab`, `check_tab`, `ledger` (with `ledger_figure` and `ledger_files`); `documents` (with `adding`, `uploads` and `backups`).
`desk_parts` is what the tabs of the desk share, `plots` what plots do.

What takes long: `background` (work that tells how far it is), `runs` (what adds to the store), `waits` for it and stopping it.

What is seen stays true: `redrawing` (what follows the store), `newest` (of several drawings the last), `in_order` (they arrive as made),
`again` (a result outlives a reload).

`loading` brings Gradio in; without it: `record_page`, one record alone at its permanent address.
"""
