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
        ({"history": ["text"]}, "正しい形ではありません"),
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
