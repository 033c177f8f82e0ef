"""Long speeches are cut into pieces that can be found and read, without losing a character."""

from __future__ import annotations

from corpus.spans import text_at
from corpus.types import Exchange, Speaker, Turn
from ingest.phrases.moderation import is_moderation
from ingest.turns.speeches import LONGEST, pieces

SENTENCE = "町では、避難所の備蓄を計画に沿って進めており、来年度も続けてまいります。"


def speech(text: str) -> Exchange:
    """A statement of one turn, split by a page break after its 700th character."""
    spans = ((0, 700), (720, len(text) + 20)) if len(text) > 700 else ((0, len(text)),)
    return Exchange(
        "", "施政方針", "statement", (), (Turn(Speaker("", "町長", "executive"), text, spans, 1),)
    )


def test_cut_where_the_speaker_goes_on_to_another_matter() -> None:
    """Each piece starts with its matter, names its own page, and stands at its spans."""
    first, second = SENTENCE * 20, "次に、水道であります。" + SENTENCE * 18
    text = first + second
    stored = text[:700] + "-" * 20 + text[700:]
    cut = list(pieces(speech(text), ((0, 1), (710, 2))))
    turns = [piece.answers[0] for piece in cut]
    assert [turn.text for turn in turns] == [first, second]
    assert [text_at(stored, turn.spans) for turn in turns] == [first, second]
    assert [turn.page for turn in turns] == [1, 2]
    assert {piece.topic for piece in cut} == {"施政方針"}


def test_without_marks_at_a_paragraph_or_at_the_latest_at_a_sentence_end() -> None:
    """No piece is longer than allowed, and no sentence is cut."""
    text = SENTENCE * 120
    turns = [piece.answers[0] for piece in pieces(speech(text), ())]
    assert "".join(turn.text for turn in turns) == text
    assert all(len(turn.text) <= LONGEST and turn.text.endswith("。") for turn in turns)


def test_short_statements_and_exchanges_stay_as_they_are() -> None:
    """Only long speeches are cut."""
    short = speech(SENTENCE)
    question = Turn(Speaker(), SENTENCE * 90, ((0, len(SENTENCE) * 90),))
    answered = Exchange("", "", "answered", (question,), (question,))
    assert list(pieces(short, ())) == [short]
    assert list(pieces(answered, ())) == [answered]


def test_thanks_in_passing_do_not_make_a_speech_the_chair_s_routine() -> None:
    """An opening address (天候, 来場者) begins with thanks for coming; taken for routine it would be lost as a statement."""
    assert is_moderation("ご苦労様でした。")
    assert not is_moderation("議会のご案内をいたしましたところ、朝早くからお集まりをいただきご苦労様です。")
