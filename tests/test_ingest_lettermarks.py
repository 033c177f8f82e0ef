"""A letter to the town and its reply on one page: a question that begins with a number, and the note of when the letter came."""

from __future__ import annotations

import pytest

from ingest.marks.nomarks.letterfields import is_receipt
from ingest.marks.reported.signed import signed_at_end
from ingest.parse import parse
from ingest.types import Document

LETTER, REPLY = "渡し船を冬も動かしてください。", "十二月から二月までは波が高く、休んでいます。"


def _pairs(text: str) -> list[tuple[str, str]]:
    minutes = parse(Document(text, "text/plain", "letter.txt"), "k")[0]
    return [(each.question_text, each.answer_text) for each in minutes.exchanges]


@pytest.mark.parametrize("number", ["2021年に", "30人で", "４月から"])
def test_a_number_behind_the_letter_and_a_blank_belongs_to_the_words(number: str) -> None:
    """Q 2021年に…: no question has the number 2021."""
    text = f"よくあるご質問\n渡し船について\n\nQ {number}渡れなかったのですが。\nA {REPLY}\n"
    assert _pairs(text) == [(f"{number}渡れなかったのですが。", REPLY)]


def test_when_a_letter_came_heads_no_matter() -> None:
    """It stands between the letter and its reply."""
    text = f"渡し船について\n\n提案内容\n\n{LETTER}\n（平成29年2月収受）\n\n市からの回答\n\n{REPLY}\n"
    assert _pairs(text) == [(LETTER, REPLY)]


@pytest.mark.parametrize(
    ("line", "receipt"),
    [
        ("（令和3年5月20日受付）", True),
        ("（R5年6月に受理）", True),
        ("（令和3年5月）", False),
        ("（30代女性）", False),
    ],
)
def test_a_receipt_says_when_a_letter_came(line: str, receipt: bool) -> None:
    """A day alone may head what was said on it."""
    assert is_receipt(line) is receipt


@pytest.mark.parametrize("dated", ["", "（令和6年5月1日回答）"])
def test_the_department_below_a_reply_signs_it_with_the_day_or_without(dated: str) -> None:
    """The day on which it replied is no part of the words either."""
    found = signed_at_end(f"{REPLY}\n【港湾課】{dated}")
    assert found is not None
    assert (found[0].office, found[1]) == ("港湾課", len(REPLY))


LIGHT, LIT = "渡し場の明かりが暗い。", "来春に替えます。"


def test_letters_glued_to_the_words_take_turns() -> None:
    """Q渡し船を…, A十二月…, signed 【担当：…】 above the next title; Aさん and A案 are no replies."""
    text = f"市政への意見と回答\n渡し船について\nQ{LETTER}\nA{REPLY}\n【担当：港湾課】\n渡し場の明かりに関して\nQ{LIGHT}\nA{LIT}\n【担当：港湾課】\n"
    minutes = parse(Document(text, "text/plain", "letters.txt"), "k")[0]
    assert _pairs(text) == [(LETTER, REPLY), (LIGHT, LIT)]
    assert [each.answers[0].speaker.office for each in minutes.exchanges] == ["港湾課", "港湾課"]
    unanswered = _pairs(f"Q町とはどこか。\nAさんの話\n{REPLY}\nQ村とはどこか。\nA案のとおり\n{REPLY}\n")
    assert [asked for asked, _ in unanswered] == [""]


def test_a_bar_sets_a_proposal_and_its_reply_off() -> None:
    """ご提案｜ with the title, 回答｜ with the words."""
    text = f"8月\n\nご提案｜ 渡し船について\n\n{LETTER}\n\n回答｜ {REPLY}\n（担当課：港湾課）\n\nご提案｜ 明かりについて\n\n{LIGHT}\n\n回答｜ {LIT}\n（担当課：港湾課）\n"
    assert _pairs(text) == [(LETTER, REPLY), (LIGHT, LIT)]


def test_what_became_of_a_proposal_replies_to_it() -> None:
    """【提言・意見】 and 【対応状況】 with the department behind it."""
    text = f"市政への提言\n\nNo.1　渡し船\n\n【提言・意見】\n{LETTER}\n\n【対応状況】　所管課等：港湾課\n{REPLY}\n"
    minutes = parse(Document(text, "text/plain", "letter.txt"), "k")[0]
    assert _pairs(text) == [(LETTER, REPLY)]
    assert minutes.exchanges[0].answers[0].speaker.office == "港湾課"


def test_a_section_behind_its_department_signs_with_it() -> None:
    """回答部署名：財務部財政課　財産係."""
    text = f"なんでもQ&A\n渡し船について\n\nQ.\n{LETTER}\nA.\n{REPLY}\n回答部署名：総務部港湾課　船着き場係\n"
    minutes = parse(Document(text, "text/plain", "letter.txt"), "k")[0]
    assert _pairs(text) == [(LETTER, REPLY)]
    assert minutes.exchanges[0].answers[0].speaker.office == "総務部港湾課　船着き場係"


def test_a_blank_parts_who_is_in_charge_from_the_department() -> None:
    """（担当　港湾課）; a word behind 担当 that ends in no department is none."""
    found = signed_at_end(f"{REPLY}\n（担当　総務部港湾課）")
    assert found is not None
    assert (found[0].office, found[1]) == ("総務部港湾課", len(REPLY))
