"""Tables of the page that are shown a part at a time: on a phone every row is a card, its cells named by their labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chat.words import t


def table(caption: str, heads: Iterable[str], rows: Iterable[str], classes: str = "kc-table") -> str:
    """A table of rows that `row` made.

    Args:
        caption: what it lists, in Japanese, as are the heads.
        heads: of the columns.
        rows: HTML.
        classes: of the style sheet.
    """
    cells = "".join(f'<th scope="col">{t(head)}</th>' for head in heads)
    return (
        f'<table class="{classes}"><caption>{t(caption)}</caption>'
        f"<thead><tr>{cells}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def row(cells: Sequence[tuple[str, str]]) -> str:
    """A row of (label in Japanese, HTML)."""
    out = "".join(f'<td data-label="{t(label)}"><div>{html}</div></td>' for label, html in cells)
    return f"<tr>{out}</tr>"


def turning(act: str, offset: int, size: int, total: int) -> str:
    """The buttons to the parts before and after that of `size` lines at `offset`, on one line; they do `act` (see `page.js`)."""
    steps = (
        ("前の一覧", max(0, offset - size), offset > 0),
        ("次の一覧", offset + size, offset + size < total),
    )
    buttons = "".join(
        f'<button type="button" class="kc-small" data-act="{act}" data-offset="{start}"'
        f"{'' if usable else ' disabled'}>{t(name)}</button>"
        for name, start, usable in steps
    )
    return f'<span class="kc-pair">{buttons}</span>'


def below(offset: int, size: int, total: int) -> str:
    """The same under a list of more than `size` lines, for who has read it to its end: the next part is shown from its beginning."""
    return (
        f'<div class="kc-tools kc-below">{turning("turn", offset, size, total)}</div>' if total > size else ""
    )
