"""Exports whose fields have names that say nothing: the roles are told by the words, or the file stays flagged plain text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence

import openpyxl
import pytest
from soon import within

from corpus.types import Minutes
from ingest.layouts import table_columns
from ingest.layouts.plain import FLAG
from ingest.parse import choose, explain, parse
from ingest.readers import read_bytes
from ingest.types import Cell

TALK = (
    ("議長", "森下　薫", "ただいまから会議を開きます。二番、片桐由美子議員。"),
    ("議員", "片桐　由美子", "用水路の柵について伺います。壊れた所はいくつありますか。"),
    ("町長", "早川　守", "二月に見て回り、十二か所で壊れておりました。"),
    ("建設課長", "小西　弘", "直す順は、通学路に近い所からと考えております。"),
    ("議員", "片桐　由美子", "年度の内に全て終わるのですか。"),
    ("建設課長", "小西　弘", "材料が届くのを待って、三月の末までに終える見込みです。"),
    ("議長", "森下　薫", "以上で質問を終わります。"),
)
LETTERS = (
    ("夜の道が暗いので、灯りを増やしてほしい。", "今年の秋に八基を加えることとしています。"),
    ("図書室を日曜も開けてもらえませんか。", "働く人を集められるかを含めて検討してまいります。"),
    ("バスの時刻を電車に合わせてください。", "会社と協議し、四月から改める予定です。"),
    ("公園の水道はいつ直るのでしょうか。", "部品を頼んでおり、六月に直る見込みです。"),
    ("草刈りの回数は足りていますか。", "年に三回行っております。"),
)


def _csv(rows: list[list[object]], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode()


def _json(raw: object) -> bytes:
    return json.dumps(raw, ensure_ascii=False).encode()


def _xlsx(sheets: dict[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _read(data: bytes, name: str) -> Minutes:
    (document,) = read_bytes(data, name)
    (minutes,) = parse(document, name)
    return minutes


def _said(minutes: Minutes) -> list[tuple[str, str, str]]:
    return [(u.speaker.office, u.speaker.name.replace("\u3000", ""), u.text) for u in minutes.utterances]


def _attributes() -> bytes:
    items = "".join(f'<i n="{n}" p="{o}" q="{name}" r="{t}"/>' for n, (o, name, t) in enumerate(TALK))
    return f'<?xml version="1.0"?><d>{items}</d>'.encode()


def _elements() -> bytes:
    items = "".join(
        f"<r><f1>{n}</f1><f2>{o} {name}</f2><f3>{t}</f3></r>" for n, (o, name, t) in enumerate(TALK)
    )
    return f'<?xml version="1.0"?><d>{items}</d>'.encode()


EXPORTS = {
    "romaji.csv": _csv(
        [["renban", "shimei", "shoku", "honbun"], *([n, b, a, t] for n, (a, b, t) in enumerate(TALK))]
    ),
    "headless.csv": _csv([[n, a, b, t] for n, (a, b, t) in enumerate(TALK, 1)]),
    "letters.tsv": _csv([["col_a", "col_b"], *([f"{a} {b}", t] for a, b, t in TALK)], "\t"),
    "newest_first.csv": _csv(
        [["k", "v", "w"], *([n, f"{a}（{b}）", t] for n, (a, b, t) in reversed(list(enumerate(TALK, 1))))]
    ),
    "array.json": _json([{"spk": b, "ofc": a, "txt_main": t} for a, b, t in TALK]),
    "envelope.json": _json(
        {"resp": {"bd": {"x": [{"blk": {"h": f"{a}（{b}君）", "nakami": t}} for a, b, t in TALK]}}}
    ),
    "split.json": _json({"columns": ["c1", "c2"], "rows": [[f"{a} {b}", t] for a, b, t in TALK]}),
    "columns.json": _json({"wer": [f"{a} {b}" for a, b, _ in TALK], "was": [t for *_, t in TALK]}),
    "person_inside.json": _json({"liste": [{"wer": {"n": b, "amt": a}, "was": t} for a, b, t in TALK]}),
    "lines.jsonl": b"\n".join(
        _json({"nr": n, "wer": f"{a} {b}", "was": t}) for n, (a, b, t) in enumerate(TALK)
    ),
    "people_apart.json": _json(
        {
            "hito": [{"no": f"p{n}", "yobi": f"{a} {b}"} for n, (a, b, _) in enumerate(TALK)],
            "koe": [{"dare": f"p{[x[:2] for x in TALK].index((a, b))}", "nani": t} for a, b, t in TALK],
        }
    ),
    "names_by_code.json": _json(
        {
            "hito": {f"p{n}": f"{a} {b}" for n, (a, b, _) in enumerate(TALK)},
            "koe": [{"dare": f"p{[x[:2] for x in TALK].index((a, b))}", "nani": t} for a, b, t in TALK],
        }
    ),
    "spaced.xlsx": _xlsx(
        {"一": [row for n, (a, b, t) in enumerate(TALK) for row in ([n, f"{a} {b}", t], [])]}
    ),
    "not_tei.xml": (
        '<?xml version="1.0"?><d>'
        + "".join(f"<u><x>{b}</x><y>{a}</y><z>{t}</z></u>" for a, b, t in TALK)
        + "</d>"
    ).encode(),
    "attributes.xml": _attributes(),
    "elements.xml": _elements(),
    "title_rows.xlsx": _xlsx(
        {
            "一": [
                ["令和５年の記録"],
                ["作成：議事係"],
                ["no", "dare", "nani"],
                *([n, f"{a} {b}", t] for n, (a, b, t) in enumerate(TALK)),
            ]
        }
    ),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_roles_are_told_by_the_words(name: str) -> None:
    """Every form of export gives the same speeches, speakers and exchanges; the warning says what was taken for what."""
    minutes = _read(EXPORTS[name], name)
    assert _said(minutes) == [(o, n.replace("\u3000", ""), t) for o, n, t in TALK]
    assert [
        (e.question_text, [a.text for a in e.answers]) for e in minutes.exchanges if e.status == "answered"
    ] == [
        (TALK[1][2], [TALK[2][2], TALK[3][2]]),
        (TALK[4][2], [TALK[5][2]]),
    ]
    assert any("内容から判断しました" in warning for warning in minutes.warnings)


def test_two_offices_that_one_person_holds_say_who_speaks() -> None:
    """An officer's label with his bureau and a second office is longer than any cell that names a speaker otherwise."""
    long = "小西みなと・にぎわい推進局イベント会場整備担当部長地域調整担当部長兼務"
    rows = [["dare", "nani"], *([long if a == "建設課長" else f"{b}{a}", t] for a, b, t in TALK)]
    minutes = _read(_csv(rows), "two_offices.csv")
    assert [(u.speaker.name, u.speaker.office) for u in minutes.utterances][3] == (
        "小西",
        "みなと・にぎわい推進局イベント会場整備担当部長地域調整担当部長兼務",
    )
    assert [e.question_text for e in minutes.exchanges if e.status == "answered"] == [TALK[1][2], TALK[4][2]]


def test_names_that_are_known_decide_first() -> None:
    """text and 発言者 keep their columns though a longer column of sentences (要約 of all) and other names stand beside."""
    rows = [
        ["発言者", "memo", "text"],
        *([f"{a} {b}", "この日の会議の長いまとめで、誰の言葉でもありません。" * 4, t] for a, b, t in TALK),
    ]
    minutes = _read(_csv(rows), "known.csv")
    assert _said(minutes) == [(o, n.replace("\u3000", ""), t) for o, n, t in TALK]


def test_questions_and_replies_under_letters() -> None:
    """The column that asks is the question, wherever it stands; department and matter are told as well."""
    matters = ["道", "道", "乗り物", "乗り物", "乗り物"]
    rows = [
        ["seq", "a", "b", "c", "d"],
        *(
            [n, "建設課", r, q, m + "のこと"]
            for n, ((q, r), m) in enumerate(zip(LETTERS, matters, strict=True), 1)
        ),
    ]
    minutes = _read(_csv(rows), "letters.csv")
    assert [(e.question_text, e.answer_text) for e in minutes.exchanges] == list(LETTERS)
    assert [e.topic for e in minutes.exchanges] == [m + "のこと" for m in matters]
    assert {e.answers[0].speaker.office for e in minutes.exchanges} == {"建設課"}


def test_two_values_that_ask_and_reply_in_turn() -> None:
    """1 asks and 2 replies: the values say nothing, the words beside them do."""
    rows = [
        ["id", "k", "t"],
        *([n, n % 2 + 1, pair[n % 2]] for n, pair in enumerate(p for p in LETTERS for _ in (0, 1))),
    ]
    minutes = _read(_csv(rows), "kinds.csv")
    assert [u.speaker.side for u in minutes.utterances] == ["member", "executive"] * len(LETTERS)
    assert [(e.question_text, e.answer_text) for e in minutes.exchanges] == list(LETTERS)


def test_days_divide_the_rows() -> None:
    """What stands around the speeches in a tree is a column of each; one that holds a day makes a meeting of each stretch."""
    days = [
        {"hi": day, "koe": [{"d": f"{a} {b}", "n": t} for a, b, t in TALK]}
        for day in ("2023-09-05", "2023-09-06")
    ]
    (document,) = read_bytes(_json({"daten": days}), "days.json")
    first, second = parse(document, "days.json")
    assert (first.meeting.date, second.meeting.date) == ("2023-09-05", "2023-09-06")
    assert _said(first) == _said(second)
    assert len(first.utterances) == len(TALK)


def test_short_sheet_goes_on_with_the_columns_of_the_first() -> None:
    """Three speeches on the second sheet are too few to tell their columns, which are those of the first."""
    rows = [[f"{a} {b}", t] for a, b, t in TALK]
    minutes = _read(
        _xlsx({"その1": [["dare", "nani"], *rows], "その2": [["dare", "nani"], *rows[1:4]]}), "two.xlsx"
    )
    assert [t for *_, t in _said(minutes)] == [t for *_, t in TALK] + [t for *_, t in TALK[1:4]]


def test_ragged_rows_below_are_left_out() -> None:
    """A row below an empty one that is shorter than the columns of speech is none of it; the others go on."""
    rows: list[list[object]] = [[t, f"{a} {b}"] for a, b, t in TALK]
    minutes = _read(_csv([*rows, [], ["記録はここまで続きます。"], rows[1], rows[2]]), "ragged.csv")
    assert [t for *_, t in _said(minutes)] == [t for *_, t in (*TALK, TALK[1], TALK[2])]


def test_the_printed_record_under_unknown_names_is_read_by_its_signs() -> None:
    """A column of sentences and one of names make no table of it where the words themselves say who speaks."""
    talk = (
        ("森下薫議長", "ただいまから会議を開きます。\n片桐由美子議員。"),
        ("片桐由美子議員", "用水路の柵について伺います。\n壊れた所はいくつありますか。"),
        ("森下薫議長", "早川町長。\n〔早川守町長登壇〕"),
        ("早川守町長", "二月に見て回りました。\n十二か所で壊れておりました。"),
        ("森下薫議長", "片桐由美子議員。"),
        ("片桐由美子議員", "いつ直すのですか。"),
        ("森下薫議長", "小西建設課長。"),
        ("小西建設課長", "三月の末までに終える見込みです。"),
    )
    rows = [{"koe_no": i, "koe_title": who, "koe": f"◯{who}　{words}"} for i, (who, words) in enumerate(talk)]
    minutes = _read(_json({"bunsho": {"namae": "会議録"}, "koe_list": rows}), "koe.json")
    pairs = [(e.questions[0].text, e.answers[0].text) for e in minutes.exchanges if e.status == "answered"]
    assert pairs == [
        (
            "用水路の柵について伺います。\n壊れた所はいくつありますか。",
            "二月に見て回りました。\n十二か所で壊れておりました。",
        ),
        ("いつ直すのですか。", "三月の末までに終える見込みです。"),
    ]


def test_names_without_offices_are_heard_where_one_calls_the_others() -> None:
    """Nobody's office is given; who calls 片桐議員, who speaks then, again and again leads the meeting."""
    talk = [*TALK[:-1], ("議長", "森下　薫", "以上で片桐由美子議員の質問を終わります。")]
    minutes = _read(_csv([["wer", "was"], *([b, t] for _, b, t in talk)]), "names.csv")
    assert _said(minutes) == [("", b.replace("\u3000", ""), t) for _, b, t in talk]


def test_people_of_questions_and_replies() -> None:
    """The name beside the office is who replies, the other name who asks."""
    rows = [
        ["g", "h", "q", "o", "p", "r"],
        *(["青葉会", "片桐　由美子", q, "建設課長", "小西　弘", r] for q, r in LETTERS),
    ]
    minutes = _read(_csv(rows), "people.csv")
    assert [(e.question_text, e.answer_text) for e in minutes.exchanges] == list(LETTERS)
    assert {(e.questions[0].speaker.name, e.questions[0].speaker.side) for e in minutes.exchanges} == {
        ("片桐由美子", "member")
    }
    assert {(e.answers[0].speaker.name, e.answers[0].speaker.office) for e in minutes.exchanges} == {
        ("小西弘", "建設課長")
    }


OFFICES = ["総務課", "税務課", "税務課", "建設課", "建設課", "総務課"]
PEOPLE = ["森下　薫", "片桐　由美子", "早川　守", "小西　弘", "和泉　進", "久保　直人"]
HOSTILE = {
    "votes.json": _json(
        [
            {"gian": f"議案第{n}号", "naiyo": "公民館の条例を改めるものです。", "a": "○", "b": "×"}
            for n in range(6)
        ]
    ),
    "budget.csv": _csv(
        [
            ["ka", "jigyo", "yosan", "gaiyo"],
            *(
                [k, "橋の点検", n * 100, "古い橋から順に点検を行ってまいります。"]
                for n, k in enumerate(OFFICES)
            ),
        ]
    ),
    "members.csv": _csv(
        [
            ["no", "nm", "yaku", "hitokoto"],
            *(
                [n, p, "議長" if n == 0 else "議員", "皆さんの声をお聞かせください。"]
                for n, p in enumerate(PEOPLE)
            ),
        ]
    ),
    "attendance.csv": _csv(
        [
            ["shimei", "yaku", "d1", "biko"],
            *(
                [p, y, "出", "十時に着席しました。"]
                for p, y in zip(PEOPLE, ["議長", "議員", "議員", "町長", "総務課長", "建設課長"], strict=True)
            ),
        ]
    ),
    "contacts.csv": _csv(
        [
            [k + "長", f"0940-11-220{n}", p, "夜はどうすればよいか、守衛に尋ねてください。"]
            for n, (k, p) in enumerate(zip(OFFICES, PEOPLE, strict=True))
        ]
    ),
    "survey.csv": _csv([["id", "nendai", "jiyu"], *([n, "三十代", q] for n, (q, _) in enumerate(LETTERS))]),
    "heard.jsonl": b"\n".join(_json({"s": n, "e": n + 4, "tx": t}) for n, (*_, t) in enumerate(TALK)),
    "reasons.csv": _csv(
        [
            ["gian", "nm", "dochira", "wake"],
            *(
                [
                    f"議案第{n // 3}号",
                    PEOPLE[n % 3],
                    "賛否賛"[n % 3],
                    [
                        "暮らしに要ると考えるためです。",
                        "財源が示されていないのではないか。",
                        "見直しを求めて賛成いたします。",
                    ][n % 3],
                ]
                for n in range(9)
            ),
        ]
    ),
    "calls.jsonl": b"\n".join(
        _json({"kara": "議員" if n % 3 else "住民", "saki": "町民課", "naiyo": q})
        for n, (q, _) in enumerate(LETTERS + LETTERS)
    ),
    "dates.csv": _csv(
        [
            ["hi", "dare", "nani"],
            *(
                [f"3月{n + 1}日", o, w]
                for n, (o, w) in enumerate([("議長", "会期を決めます。"), ("町長", "所信を述べます。")] * 3)
            ),
        ]
    ),
    "chat.csv": _csv(
        [
            ["u", "m"],
            *(
                [("和泉", "久保")[n % 2], ("資料はどこですか。", "棚に置いています。")[n % 2]]
                for n in range(8)
            ),
        ]
    ),
    "rounds.json": _json(
        [
            {"go": n, "yk": o, "koto": w}
            for n in range(2)
            for o, w in (
                ("議員", "港を良くするには何が要るでしょうか。"),
                ("町長", "雪に早く備えてまいります。"),
                ("建設課長", "道を直しております。"),
            )
        ]
    ),
    "statements.csv": _csv(
        [
            ["k", "n"],
            *([o, t] for o, t in zip(["議員", "委員"] * 3, ["この条例に賛成いたします。"] * 6, strict=True)),
        ]
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_lists_stay_flagged_plain_text(name: str) -> None:
    """Offices and sentences alone are no speech: nobody is made to say or reply anything, and the warning says why."""
    minutes = _read(HOSTILE[name], name)
    assert minutes.utterances == ()
    assert {e.status for e in minutes.exchanges} == {"statement"}
    assert FLAG in minutes.warnings
    assert any(warning.startswith("列の役割を内容から決められません") for warning in minutes.warnings)


def test_numbers_of_thousands_of_digits_count_no_rows() -> None:
    """Protects: a column of such codes ended the reading of the whole file in an error of the language."""
    rows = [
        ["x", "y", "z"],
        *([str(n) + "7" * 5_000, f"{o} {name}", t] for n, (o, name, t) in enumerate(TALK)),
    ]
    assert [text for _, _, text in _said(_read(_csv(rows), "a.csv"))] == [text for _, _, text in TALK]


def test_a_tree_of_thousands_of_short_lists_is_read_at_once() -> None:
    """Protects: each of them was set beside each field of the rows, in half a minute for 6 MB."""
    talk = [{f"k{x}": f"p{(n + x) % 5}" for x in range(55)} | {"z": t} for n, (_, _, t) in enumerate(TALK)]
    settings = {f"s{n}": {f"q{x}": "b" for x in range(50)} for n in range(1_000)}
    with within(4):
        _read(_json({"rows": talk, **settings}), "a.json")


def test_explain_says_what_each_column_was_taken_for() -> None:
    """The reasons name the column, its role and how many of its cells speak for it; or what is missing."""
    (document,) = read_bytes(EXPORTS["array.json"], "array.json")
    assert choose(document).name == "speech_table"
    assert "「txtmain」を発言とした（文 7/7）" in explain(document)[0][1].reasons
    assert "「ofc」を役職とした（役職 7/7）、4通り" in explain(document)[0][1].reasons
    (document,) = read_bytes(HOSTILE["budget.csv"], "budget.csv")
    reasons = dict(explain(document))["speech_table"].reasons
    assert reasons[-1] == "尋ねる側の発言がない（部署ごとの一覧か）"


def test_a_long_export_is_not_looked_through_below_each_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a row names the columns is told by the rows next below it: 24,800 rows took 91 s of processor time, now 24."""
    looked = []
    share = table_columns._share

    def counted(below: Sequence[Sequence[Cell | None]], x: int, holds: Callable[[str], bool]) -> float:
        looked.append(len(below))
        return share(below, x, holds)

    monkeypatch.setattr(table_columns, "_share", counted)
    rows: list[list[object]] = [[f"{a} {b}", t] for a, b, t in TALK * 60]
    minutes = _read(_csv([["a", "b"], *rows]), "long.csv")
    assert len(_said(minutes)) == len(TALK) * 60
    assert looked
    assert max(looked) == table_columns.LOOKED
