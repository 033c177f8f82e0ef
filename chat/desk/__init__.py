"""The desk: what officials and councillors do with the record beyond asking; each a plain function over the store, with its types and files.

`compare` (比較) one question over towns. `check` (答弁確認) a draft against the record: `check_towns` whose replies, `check_contrast` what differs (`check_clauses`, `check_opposites`),
`check_types`, `check_files`. `brief` (質問準備) a dossier: `brief_points` its sections, `brief_outline` the draft of a 通告, `brief_types`,
`brief_files`. `facts` (of English, `facts_en`) are the figures and dates that two
sentences are set side by side by.
"""
