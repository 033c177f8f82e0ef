"""What no reply takes up goes with the question beside it that it belongs to."""

from __future__ import annotations

from ingest.pairing.leftover import asked_together, with_neighbours
from ingest.pairing.pieces import Unit
from ingest.pairing.segments import Segment


def _piece(text: str, marked: bool = True) -> Segment:
    return Segment((Unit(0, 0, len(text), text),), marked)


REPLIES = [_piece("広場は倍にしました。"), _piece("水路は来年直します。"), _piece("給食は変えません。")]


def _texts(*pieces: Segment) -> list[str]:
    return [piece.text for piece in asked_together(pieces, REPLIES)]


def test_a_heading_goes_with_what_stands_below_it() -> None:
    """次に、給食についてであります。 asks nothing itself; what leads up to （１） does not either."""
    heading, below = _piece("次に、給食についてであります。"), _piece("量は足りるのか。", False)
    assert _texts(heading, below) == [heading.text + below.text]
    above, first = _piece("２、広場について。広場は狭いままです。"), _piece("（１）広場の広さはどうか。")
    assert _texts(above, first) == [above.text + first.text]


def test_what_names_nothing_goes_with_the_question_before_it() -> None:
    """説明してください。 asks for nothing that a reply names; under a mark of its own it is a question all the same."""
    asked = _piece("広場の広さはどうか。")
    assert _texts(asked, _piece("説明してください。", False)) == [asked.text + "説明してください。"]
    assert len(_texts(asked, _piece("２点目、説明してください。"))) == 2


def test_who_is_to_answer_is_no_question_of_its_own() -> None:
    """広場について市長に、そして教育長に伺います。 asks for what was asked before; another matter is asked for itself."""
    asked = _piece("広場を広げてはいかがでしょうか。")
    assert len(_texts(asked, _piece("広場について市長に、そして教育長に伺います。", False))) == 1
    assert len(_texts(asked, _piece("水路はどうするのか、市長に、そして教育長に伺います。", False))) == 2


def test_a_question_that_no_reply_took_up_goes_with_the_nearer_beside_it() -> None:
    """By its likeness to their replies; what asks nothing under a mark is the background of what follows, さらに adds to
    what was asked before."""
    pieces = [_piece("広場はどうか。"), _piece("木陰はどうか。"), _piece("給食はどうか。")]
    assert with_neighbours([0, 2], pieces, [[0.5, 0.0], [0.3, 0.1], [0.0, 0.5]]) == [0, 0, 2]
    assert with_neighbours([0, 2], pieces, [[0.5, 0.0], [0.1, 0.3], [0.0, 0.5]]) == [0, 2, 2]
    pieces[1] = _piece("次に、木陰が足りません。")
    assert with_neighbours([0, 2], pieces, [[0.5, 0.0], [0.3, 0.1], [0.0, 0.5]]) == [0, 2, 2]
    pieces[1] = _piece("さらに、木陰の費用も伺います。")
    assert with_neighbours([0, 2], pieces, [[0.5, 0.0], [0.1, 0.3], [0.0, 0.5]]) == [0, 0, 2]
