"""Opinion and reply tables: what becomes question, answer, topic, responder, note."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from corpus.spans import text_at
from corpus.types import Exchange, Speaker
from ingest.layouts.column_labels import role_of
from ingest.layouts.table_columns import columns_of
from ingest.layouts.tables import OPINION_TABLE
from ingest.readers import read_documents
from ingest.readers.builder import Builder, RawCell
from ingest.types import Cell, Document, Draft

FIXTURES = Path(__file__).parent / "fixtures" / "tables"


def draft(name: str) -> tuple[Document, Draft]:
    document = next(read_documents(FIXTURES / name))
    return document, OPINION_TABLE.read(document)[0]


def made(*rows: list[RawCell | str | None]) -> tuple[Exchange, ...]:
    builder = Builder()
    builder.table([[RawCell(tuple(c.split("\n"))) if isinstance(c, str) else c for c in row] for row in rows])
    return OPINION_TABLE.read(builder.document("test", "t"))[0].exchanges


def test_rows_cut_by_a_page_break_are_one() -> None:
    """The row below a repeated header with an empty number goes on in mid-word, column by column, nothing between."""
    document, found = draft("two_columns.txt")
    second = found.exchanges[1]
    assert second.question_text == "電話での予約が取りにくい。改める考えはあるか。"
    assert second.answer_text == "受付の電話を二本に増やした。 来月から画面での予約も始める。"
    assert all(
        t.text == text_at(document.text, t.spans) for e in found.exchanges for t in (*e.questions, *e.answers)
    )


def test_labels_are_taken_off_and_kept() -> None:
    """〔…〕に関して becomes the topic, (役職) the responder, whose name is looked up among the attendees."""
    _, found = draft("two_columns.txt")
    assert [e.topic for e in found.exchanges] == ["夜間の利用", "予約の方法", "駐車場", "椅子"]
    assert found.exchanges[0].answers[0].speaker == Speaker("原田 澄江", "市立会館事務局長", "secretariat")
    assert found.exchanges[0].question_text == "夜の八時を過ぎても使えるようにできないか。"
    assert found.exchanges[0].questions[0].speaker == Speaker("", "委員", "member")
    assert found.exchanges[1].answers[0].speaker.name == "東 信二"


def test_two_responders_in_one_cell_are_two_turns() -> None:
    """A paragraph that is nothing but a responder's label begins that person's reply."""
    _, found = draft("two_columns.txt")
    last = found.exchanges[3]
    assert [(t.speaker.office, t.text) for t in last.answers] == [
        ("総務部長", "三年かけて取り替える。"),
        ("管理課長", "今年度は百脚を発注した。"),
    ]


@pytest.mark.parametrize(
    ("below", "office"),
    [
        ("●お問い合わせ\n土木課 工事係(TEL 12-3456)", "土木課工事係"),
        ("担当：土木課", "土木課"),
        ("お問い合わせは窓口でも受けます。", ""),
    ],
)
def test_the_department_below_a_reply_is_who_replies(below: str, office: str) -> None:
    """Whom to ask about it is none of its words."""
    (found,) = made(["ご意見", "回答"], ["橋を直してほしい。", f"来年度に直します。\n{below}"])
    (turn,) = found.answers
    assert turn.speaker.office == office
    assert turn.text.endswith("直します。" if office else "受けます。")


def test_a_dash_is_no_answer() -> None:
    """A reply cell that holds a dash is no reply; an opinion that asks nothing stays an opinion."""
    _, found = draft("two_columns.txt")
    assert (found.exchanges[2].status, found.exchanges[2].answers) == ("opinion", ())


def test_agenda_comes_from_the_heading_and_keeps_items_without_table() -> None:
    """Row numbers start anew under each heading; an item without a table is in the agenda all the same."""
    _, found = draft("two_columns.txt")
    assert [e.agenda for e in found.exchanges] == ["会館の利用時間について"] * 3 + ["備品の更新について"]
    assert found.meeting is not None
    assert found.meeting.agenda == ("会館の利用時間について", "備品の更新について", "次回の日程について")


def test_a_cell_merged_over_two_rows_belongs_to_both() -> None:
    """Flattened text: the answer that announces a list and the list in the next row are one cell again."""
    _, found = draft("spreadsheet.txt")
    joined = "増水に備え、次のような手立てを取っています。・水位計による見張り ・放送による呼びかけ なお、夜の見回りは来年度に検討します。"
    assert [e.answer_text for e in found.exchanges[1:3]] == [joined, joined]
    assert found.exchanges[0].answer_text == "高さは基準どおりです。"


def test_spreadsheet_rows_keep_person_topic_and_notes() -> None:
    """`1 三好委員` in one cell and a number of its own are read alike; 対応区分 is a note, 対応状況 may be quoted."""
    _, found = draft("spreadsheet.txt")
    assert [e.questions[0].speaker.name for e in found.exchanges] == ["三好", "三好", "久保", "久保"]
    assert [e.topic for e in found.exchanges] == ["水辺計画（案）", "安全対策", "安全対策", "清掃"]
    assert found.exchanges[2].notes == (("対応区分", "参考"),)
    assert [t.text for _, t in found.exchanges[2].note_turns] == ["見回りの案を作りました。"]


def test_a_merge_that_the_file_knows_is_shared_without_guessing() -> None:
    """In a workbook the merged reply stands once and answers each row that it covers."""
    found = made(
        ["番号", "質問", "回答"],
        ["1", "いつ始めるのか。", RawCell(("来春に始めます。",), rows=2)],
        ["2", "どこで始めるのか。", None],
    )
    assert [e.answer_text for e in found] == ["来春に始めます。"] * 2


def test_a_row_without_number_that_is_complete_is_a_row_of_its_own() -> None:
    """Numbers printed only once a group: a full question and reply below is not glued to the one above."""
    found = made(
        ["No", "質問", "回答"],
        ["1", "橋は直すのか。", "直します。"],
        ["", "道は直すのか。", "来年に直します。"],
    )
    assert [e.question_text for e in found] == ["橋は直すのか。", "道は直すのか。"]


def test_a_section_row_names_the_topic() -> None:
    """A row with one cell across the table is a heading for the rows below it."""
    found = made(
        ["意見", "市の考え方"], [RawCell(("第1章 公園",), columns=2), None], ["木が少ない。", "植えます。"]
    )
    assert (found[0].topic, found[0].question_text) == ("第1章 公園", "木が少ない。")


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Ｎｏ．", "number"), ("委員の意見要旨", "question"), ("ご意見の概要", "question"), ("回答要旨", "answer"),
        ("意見に対する市の考え方", "answer"), ("対応区分", "note"), ("対応状況", "status"), ("担当課", "responder"),
        ("対象項目", "topic"), ("委員名", "who"), ("質　問", "question"), ("答", "answer"),
        ("市の検討結果と理由", "answer"), ("町の考えかた", "answer"), ("検討結果公表日", ""),
        ("答弁者・所管課", "responder"),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_words(label: str, role: str) -> None:
    """Header words of the tables that councils publish."""
    assert role_of(label) == role


def test_a_table_of_votes_is_no_opinion_table() -> None:
    """Without a question and an answer column nothing is read as an exchange."""

    def row(*texts: str) -> tuple[Cell, ...]:
        return tuple(Cell(t, ((0, len(t)),)) for t in texts)

    assert columns_of(row("議案番号", "件名", "賛成", "反対")) is None
    assert columns_of(row("意見を述べた委員は三名であり、その要旨は次のとおりであった。", "回答")) is None


def test_the_real_tables(shared_dir: Path) -> None:
    """The two real documents of this family: every exchange letter for letter, topic and responder as annotated."""
    sys.path.insert(0, str(shared_dir / "tools"))
    from goldlib import Gold, nk, norm  # type: ignore[import-not-found]

    gold = Gold()
    for entry in gold.docs[:2]:
        document = next(read_documents(shared_dir / "seeds" / entry["file"]))
        found = OPINION_TABLE.read(document)[0].exchanges
        assert len(found) == len(entry["exchanges"])
        for want, have in zip(entry["exchanges"], found, strict=True):
            assert norm(have.question_text) == gold.text(want["id"], "question")
            assert norm(have.answer_text) == gold.text(want["id"], "answer")
            assert nk(have.topic) == nk(want["label"])
            if office := "".join(gold.offices(want["id"])):
                speaker = have.answers[0].speaker
                assert (speaker.office, speaker.name) == (office, want["responders"][0]["name"])


def test_another_table_of_the_same_width_is_not_read_on() -> None:
    """A schedule below an opinion table has no question and reply, whatever its number of columns."""
    builder = Builder()

    def table(*rows: tuple[str, ...]) -> None:
        builder.table([[RawCell((text,)) for text in row] for row in rows])

    table(("No", "質問", "回答"), ("1", "橋は直すのか。", "直します。"))
    table(("2", "道は直すのか。", "来年に直します。"))
    builder.line("今後の予定")
    table(("時期", "内容", "場所"), ("五月", "説明会", "公民館"))
    found = OPINION_TABLE.read(builder.document("test", "t"))[0].exchanges
    assert [e.question_text for e in found] == ["橋は直すのか。", "道は直すのか。"]


def test_the_matter_is_the_topic_and_its_kind_a_note() -> None:
    """分野 beside 件名: the kind of matters is a note of the row, the matter its topic."""
    (exchange,) = made(
        ["分野", "件名", "ご意見", "市の回答"], ["道路", "歩道の段差", "通りにくい。", "直します。"]
    )
    assert (exchange.topic, exchange.notes) == ("歩道の段差", (("分野", "道路"),))


def test_a_heading_over_two_columns_names_the_words_and_their_place() -> None:
    """意見の内容 over 第３条 and the opinion: the column with the words is asked, the other is its topic."""
    head: list[RawCell | str | None] = ["番号", RawCell(("意見の内容",), columns=2), None, "市の考え方"]
    exchanges = made(
        head,
        ["1", "前文", "もっと強く述べてほしい。", "前文に記しています。"],
        ["2", "第３条", "途中から聞こえない人も含まれるのか。", "含まれます。"],
    )
    assert [(e.topic, e.question_text, e.answer_text) for e in exchanges] == [
        ("前文", "もっと強く述べてほしい。", "前文に記しています。"),
        ("第３条", "途中から聞こえない人も含まれるのか。", "含まれます。"),
    ]


def test_columns_whose_labels_say_nothing_are_told_by_their_words() -> None:
    """区長会 and 町 are no labels of a question and a reply; a column that asks beside one that does not is one."""
    rows = [
        ["1", "渡し船は冬も動くのか。", "十二月から二月まで休みます。"],
        ["2", "浜の松が枯れている。切ってもらえるか。", "十月に伐採します。"],
        ["3", "公民館の畳はいつ替わるのか。", "来年度に替えます。"],
    ]
    found = made(["番号", "区長会", "町"], *rows)
    assert [(e.question_text, e.answer_text) for e in found] == [(q, a) for _, q, a in rows]
    assert not made(["番号", "現状", "課題"], *rows)
    assert not made(
        ["番号", "質問者", "答弁者"], ["1", "沖", "町長"], ["2", "林", "町長"], ["3", "西", "町長"]
    )


def test_a_head_printed_again_is_no_row() -> None:
    """The labels at the head of the next page are known though too few rows stand below them to tell what they are."""
    rows = [
        ["1", "渡し船は冬も動くのか。", "十二月から二月まで休みます。"],
        ["2", "浜の松が枯れている。切ってもらえるか。", "十月に伐採します。"],
        ["3", "公民館の畳はいつ替わるのか。", "来年度に替えます。"],
    ]
    head = ["番号", "区長会", "町"]
    builder = Builder()
    for page in (
        [head, *rows],
        [["番　号", "区長会", "町"], ["4", "街灯は増えるのか。", "三基を立てます。"]],
    ):
        builder.table([[RawCell((cell,)) for cell in row] for row in page])
    found = OPINION_TABLE.read(builder.document("test", "t"))[0].exchanges
    assert [e.question_text for e in found] == [*(q for _, q, _ in rows), "街灯は増えるのか。"]


@pytest.mark.parametrize(("wide", "found"), [(20, 4), (3000, 0)])
def test_a_table_of_very_many_columns_is_not_compared_pair_by_pair(wide: int, found: int) -> None:
    """Under labels that no list holds, words tell who asks (区長 | 町), but not among thousands of columns of measurements."""
    head = ["区長", "町", *(f"測点{n}" for n in range(wide))]
    rows = [
        [f"{k}号線を広げてほしいのですが、いつですか。", f"{k}年後に始めます。", *["0.1"] * wide]
        for k in range(1, 5)
    ]
    assert len(made(head, *rows)) == found


def test_a_seat_before_the_name_of_who_asks_is_no_count() -> None:
    """２番　沖 is the member on seat two; １ 沖委員 the first of a list."""
    head = ["費目", "質疑者", "質疑", "答弁者", "答弁"]
    row = ["ラジオは何台残りますか。", "防災係長　林", "四十台です。"]
    first, second = made(
        [*head],
        ["総務費", "２番　沖", *row],
        ["", "１　沖委員", "紙はいくらですか。", "総務課長　森", "百万円です。"],
    )
    assert [e.questions[0].speaker for e in (first, second)] == [
        Speaker("沖", "２番", "member"),
        Speaker("沖", "委員", "member"),
    ]
    assert first.answers[0].speaker == Speaker("林", "防災係長", "executive")


def test_who_asks_stands_once_where_all_before_his_cell_is_left_empty() -> None:
    """The rows below a member's first question leave day, seat and name empty; a list that leaves only the name empty hides it."""
    head = ["年月日", "議席", "質問議員", "大項目", "質問の要旨", "回答者", "答弁の要旨"]
    first = ["2024/6/7", "4", "江口 明", "港", "桟橋は直しますか。", "町長", "来年度に直します。"]
    unnamed = ["2024/6/7", "9", "", "", "花火は続けますか。", "町長", "続けます。"]
    second, third, fourth = made(
        head,
        first,
        ["", "", "", "", "費用はいくらですか。", "町長", "二億円です。"],
        ["", "", "", "山", "林道は開きますか。", "町長", "五月に開きます。"],
        unnamed,
    )[1:]
    assert [e.questions[0].speaker.name for e in (second, third, fourth)] == ["江口明", "江口明", ""]
    assert [e.topic for e in (second, third)] == ["港", "山"]
    assert ("議席", "4") in third.notes


def test_what_is_asked_again_in_further_columns_is_an_exchange_of_its_own() -> None:
    """質問項目 is the topic beside 質問, and 再質問 goes with 再答弁; empty, it is nothing."""
    head = ["質問議員", "質問項目", "質問", "答弁", "再質問", "再答弁"]
    first, again, second = made(
        head,
        ["沖 明", "港", "桟橋は直しますか。", "来年度に直します。", "費用はいくらですか。", "二億円です。"],
        ["森 泉", "山", "林道は開きますか。", "五月に開きます。", "", ""],
    )
    assert [(e.topic, e.question_text, e.answer_text) for e in (first, again, second)] == [
        ("港", "桟橋は直しますか。", "来年度に直します。"),
        ("港", "費用はいくらですか。", "二億円です。"),
        ("山", "林道は開きますか。", "五月に開きます。"),
    ]
    assert again.questions[0].speaker.name == "沖明"
    assert first.note_turns == ()


def test_what_came_in_and_who_is_in_charge() -> None:
    """受付の要旨 asks beside 回答の要旨, 担当組織 replied; the day and the title say neither."""
    (found,) = made(
        ["回答日", "受付件名", "受付の要旨", "回答の要旨", "担当組織"],
        ["令和6年5月1日", "渡し船", "渡し船を冬も動かしてください。", "冬は波が高く、休みます。", "港湾課"],
    )
    assert (found.question_text, found.answer_text) == (
        "渡し船を冬も動かしてください。",
        "冬は波が高く、休みます。",
    )
    assert found.answers[0].speaker.office == "港湾課"


def test_a_cell_names_who_asks_where_no_column_does() -> None:
    """（沖委員）… or …（沖委員） under 発言者／要旨; beside it 事務局回答／今後の対応 is the reply."""
    first, second = made(
        ["議題", "発言者／要旨", "事務局回答／今後の対応"],
        ["港", "（沖委員）桟橋は直しますか。", "来年度に直します。"],
        ["港", "費用はいくらですか。（岸委員）", "二億円です。"],
    )
    assert [(e.questions[0].speaker, e.question_text) for e in (first, second)] == [
        (Speaker("沖", "委員", "member"), "桟橋は直しますか。"),
        (Speaker("岸", "委員", "member"), "費用はいくらですか。"),
    ]


def test_two_sides_in_columns_speak_in_turn() -> None:
    """A row each, the other side's cell empty; what the chair has explained is no question."""
    told, asked = made(
        ["委員の発言", "事務局の発言"],
        ["（会長）議題の１について、説明をお願いします。", ""],
        ["", "桟橋を直す案です。"],
        ["（沖委員）費用はいくらですか。", ""],
        ["", "二億円です。"],
    )
    assert (told.status, [t.speaker.office for t in told.answers]) == ("statement", ["会長", "事務局"])
    assert (asked.questions[0].speaker.name, asked.answer_text) == ("沖", "二億円です。")


def test_ditto_in_a_cell_is_who_stands_above() -> None:
    """同上 in the column of names."""
    found = made(
        ["委員名", "意見", "事務局の回答"],
        ["沖委員", "桟橋は直しますか。", "来年度に直します。"],
        ["同上", "費用はいくらですか。", "二億円です。"],
    )
    assert [e.questions[0].speaker.name for e in found] == ["沖", "沖"]
