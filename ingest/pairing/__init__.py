"""Utterances to exchanges (質疑), and the parts of each. Begin with `exchanges`.

1. `memberturns` what a turn is to the exchange that is open; `itemwise` and `topiccalls` one long question answered in several
   replies, `late` and `together` replies given later or to several; `results` what was found
2. the matter: `matters`, `itemcalls`, `itemwords`, `ordinals`, `bills`, a member's own `outline` (通告)
3. parts of a turn that asks many things: its `pieces` in `units`, `segments` where another matter begins and `questions` where a
   question takes it up, `amid` where one is named within, `numbering`, `doubled`; `comparing` how like each is to each, `alignment`
   in their order, `balance` how much of each is whose, `sharing` which piece a reply takes up, `leftover` the rest, `sureness` of
   each; `parts` puts them together
"""
