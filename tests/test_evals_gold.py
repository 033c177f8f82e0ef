"""Reading gold sets in both forms, and refusing what is not one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import GoldError
from evals.gold import load_gold

DOCUMENT = "委員　学童の待ち人数は。\nこども課長　四月で\n\f十二人です。\n"
EXCHANGE = {
    "id": "mori-1",
    "file": "mori.txt",
    "municipality": "森川市",
    "date": "2023-06-01",
    "topic": "学童保育",
    "question": {"text": "学童の待ち人数は。", "speakers": [{"name": "", "office": "委員"}]},
    "answer": {"text": "四月で十二人です。", "speakers": [{"name": "", "office": "こども課長"}]},
    "parts": [{"id": "mori-1-a", "question": {"text": "待ち人数は。"}, "answer": {"text": "十二人です。"}}],
}
QUESTION = {
    "id": "q1",
    "question": "学童の待機は何人か",
    "style": "numeric",
    "lang": "ja",
    "answerable": True,
    "gold_groups": [["mori-1", "mori-1-a"]],
    "answer_facts": [["12人", "十二人"]],
    "history": [{"role": "user", "content": "森川市の話です"}],
}


def write(folder: Path, questions: list[dict[str, Any]], exchanges: list[dict[str, Any]]) -> Path:
    (folder / "documents").mkdir()
    (folder / "documents" / "mori.txt").write_text(DOCUMENT, "utf-8")
    for name, records in (("set.jsonl", questions), ("set_exchanges.jsonl", exchanges)):
        (folder / name).write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in records), "utf-8")
    return folder / "set.jsonl"


def test_exchange_file_beside_the_questions(tmp_path: Path) -> None:
    """Protects: annotation and documents are found without being named; texts, offices and parts are read."""
    gold = load_gold(write(tmp_path, [QUESTION], [EXCHANGE]))
    whole, part = gold.items["mori-1"], gold.items["mori-1-a"]
    assert (whole.body, whole.reply) == ("学童の待ち人数は。四月で十二人です。", "四月で十二人です。")
    assert (whole.municipality, whole.date, whole.offices) == ("森川市", "2023-06-01", ("こども課長",))
    assert (part.parent, part.reply, part.topic) == ("mori-1", "十二人です。", "")
    asked = gold.questions[0]
    assert (asked.needs, asked.facts) == ((("mori-1", "mori-1-a"),), (("12人", "十二人"),))
    assert asked.history == (("user", "森川市の話です"),)


def test_record_joins_what_a_page_break_splits(tmp_path: Path) -> None:
    """Protects: a quote across the form feed is verbatim, since the annotated text is part of the record."""
    gold = load_gold(write(tmp_path, [QUESTION], [EXCHANGE]))
    assert "四月で十二人です。" in gold.record["mori.txt"]
    assert "こども課長" in gold.record["mori.txt"]


def test_span_annotation(tmp_path: Path) -> None:
    """Protects: `parse.json` texts come from the document by spans, several joined; statements have their speaker."""
    start, end = DOCUMENT.index("四月で"), DOCUMENT.index("十二人")
    annotation = {
        "documents": [
            {
                "file": "mori.txt",
                "municipality": "森川市",
                "date": None,
                "exchanges": [
                    {
                        "id": "mori-1",
                        "responders": [{"name": "", "role": "市（部署名の記載なし）"}],
                        "answer": {"spans": [[start, start + 3], [end, end + 6]]},
                        "parts": [],
                    }
                ],
                "statements": [{"id": "mori-s1", "speaker": [{"role": "会長"}], "text": {"spans": [[0, 2]]}}],
            }
        ]
    }
    path = write(tmp_path, [QUESTION | {"gold_groups": [["mori-s1"]], "also_ok": ["mori-1"]}], [])
    (tmp_path / "set_exchanges.jsonl").unlink()
    (tmp_path / "parse.json").write_text(json.dumps(annotation), "utf-8")
    gold = load_gold(path)
    assert gold.items["mori-1"].reply == "四月で十二人です。"
    assert gold.items["mori-1"].offices == ()
    assert (gold.items["mori-s1"].reply, gold.items["mori-s1"].offices) == ("委員", ("会長",))


def test_fingerprint_changes_with_the_documents(tmp_path: Path) -> None:
    """Protects: runs over other documents are never taken for the same test."""
    path = write(tmp_path, [QUESTION], [EXCHANGE])
    before = load_gold(path).fingerprint
    assert load_gold(path).fingerprint == before
    (tmp_path / "documents" / "mori.txt").write_text(DOCUMENT + "散会", "utf-8")
    assert load_gold(path).fingerprint != before


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"gold_groups": [["mori-9"]]}, "注釈にない質疑を指しています: mori-9"),
        ({"gold_groups": []}, "gold_groups がありません"),
        ({"history": ["text"]}, "history は、"),
        ({"answerable": "no"}, "answerable は、true か false"),
        ({"answer_facts": ["300円"]}, "answer_facts は、語の並びの並び"),
        ({"gold_groups": ["mori-1"]}, "gold_groups は、質疑の id の並びの並び"),
        ({"question": ""}, "question は、文字列"),
        ({"question": " "}, "question は、文字列"),
        ({"answer_fact": [["12人"]]}, "answer_fact は、answer_facts の書き誤りではありませんか"),
        ({"answerable": False}, "answerable が false なのに gold_groups があります"),
    ],
)
def test_questions_of_the_wrong_form(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    """Protects: a mistake in a gold file is named with its question, not scored as a miss."""
    with pytest.raises(GoldError, match=message):
        load_gold(write(tmp_path, [QUESTION | change], [EXCHANGE]))


def test_files_that_are_no_gold_set(tmp_path: Path) -> None:
    """Protects: a line that is not JSON is named by number; a missing annotation or document says which flag to use."""
    path = write(tmp_path, [QUESTION], [EXCHANGE])
    sound = path.read_text("utf-8")
    path.write_text("\n{oops\n", "utf-8")
    with pytest.raises(GoldError, match=r"2行目"):
        load_gold(path)
    path.write_text(sound, "utf-8")
    (tmp_path / "documents" / "mori.txt").unlink()
    with pytest.raises(GoldError, match="--docs"):
        load_gold(path)
    (tmp_path / "set_exchanges.jsonl").unlink()
    with pytest.raises(GoldError, match="--exchanges"):
        load_gold(path)


def test_questions_that_are_none_or_one_twice(tmp_path: Path) -> None:
    """Protects: no question at all made an empty report, and of two with one id it was not told which one failed."""
    path = write(tmp_path, [QUESTION, QUESTION], [EXCHANGE])
    with pytest.raises(GoldError, match="同じ id の質問があります: q1"):
        load_gold(path)
    path.write_text("", "utf-8")
    with pytest.raises(GoldError, match="質問がありません"):
        load_gold(path)
    path.write_bytes("質問".encode("shift_jis"))
    with pytest.raises(GoldError, match="UTF-8"):
        load_gold(path)


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    """In words, not as the program sees it."""
    record = {key: value for key, value in QUESTION.items() if key != "question"}
    with pytest.raises(GoldError, match="質問 q1 に question がありません"):
        load_gold(write(tmp_path, [record], [EXCHANGE]))


def test_a_separator_within_a_question_ends_no_line(tmp_path: Path) -> None:
    """JSON allows U+2028 in a string."""
    asked = QUESTION | {"question": "学童の\u2028待機は何人か"}
    assert load_gold(write(tmp_path, [asked], [EXCHANGE])).questions[0].question == asked["question"]


def test_what_the_command_exchanges_writes_is_an_annotation(tmp_path: Path) -> None:
    """Protects: who writes a gold set takes the ids from `exchanges --json`; its document is its source, its status a word."""
    written = {
        **{key: value for key, value in EXCHANGE.items() if key != "file"},
        "source": "mori.txt",
        "status": "answered",
    }
    gold = load_gold(write(tmp_path, [QUESTION], [written]))
    assert (gold.items["mori-1"].source, gold.items["mori-1"].status) == ("mori.txt", "")
    assert gold.items["mori-1"].offices == ("こども課長",)
    assert gold.items["mori-1-a"].source == "mori.txt"


def test_documents_that_are_missing_are_named(tmp_path: Path) -> None:
    questions = write(tmp_path, [QUESTION], [{**EXCHANGE, "file": "hayashi.txt"}])
    with pytest.raises(GoldError, match=r"文書がありません: hayashi\.txt"):
        load_gold(questions, documents=tmp_path / "documents")
    nameless = {key: value for key, value in EXCHANGE.items() if key != "file"}
    (tmp_path / "set_exchanges.jsonl").write_text(json.dumps(nameless, ensure_ascii=False), "utf-8")
    with pytest.raises(GoldError, match=r"set_exchanges\.jsonl に文書の名のない質疑があります"):
        load_gold(questions, documents=tmp_path / "documents")
