"""Long speeches for a group (代表質問): dozens of matters answered by several officers become parts, each with its own reply."""

from __future__ import annotations

from corpus.types import Speaker, Turn
from ingest.pairing.amid import cut_amid
from ingest.pairing.balance import balanced
from ingest.pairing.parts import parts_of
from ingest.pairing.pieces import Unit
from ingest.pairing.segments import Segment, reply_segments
from ingest.pairing.sharing import share

MATTERS = (
    "街路樹 図書室 消防団 婚活 漁港 観光船 保育士 給食費 下水管 歩道橋 町内会 空き店舗 合併浄化槽 児童館 温水プール 移住体験 "
    "林道 害虫 火葬場 遊具 防災無線 献血 雪捨場 人工芝 朝市 手話通訳 地籍調査 公用車 職員採用 宿直 印鑑登録 税の徴収 "
    "美術展 少年野球 通学路 英語指導 読書週間 部活動 弁論大会 修学旅行 学習机 米飯 栄養士 教科書 保健室"
).split()
"""As many matters as a spokesman raises; the last twelve are answered by the superintendent of schools."""


def _turn(office: str, side: str, lines: list[str], utterance: int) -> Turn:
    text = "\n".join(lines)
    return Turn(Speaker("", office, side), text, ((0, len(text)),), None, utterance)


def _speeches() -> tuple[Turn, list[Turn]]:
    asked = ["会派を代表して質問いたします。"]
    asked += [f"また、{m}は多くの声を聞きます。{m}にどう取り組むのか、所信を伺います。" for m in MATTERS]
    mayor = ["ただいまの御質問にお答えいたします。"]
    mayor += [
        f"{'次に、' if n % 2 else ''}{m}については、計画に沿って進めてまいります。"
        for n, m in enumerate(MATTERS[:-12])
    ]
    mayor.append("学校に関する御質問については、後ほど教育長からお答えいたします。")
    school = ["学校に関する御質問にお答えいたします。"]
    school += [f"次に、{m}につきましては、校長会と話し合ってまいります。" for m in MATTERS[-12:]]
    return _turn("議員", "member", asked, 0), [
        _turn("市長", "executive", mayor, 1),
        _turn("教育長", "executive", school, 2),
    ]


def test_a_speech_of_more_than_forty_matters_falls_into_parts() -> None:
    """It was left whole before; every matter has its reply and no other."""
    asked, replies = _speeches()
    found = parts_of([asked], replies)
    assert len(found) == len(MATTERS) == 45
    for matter, part in zip(MATTERS, found, strict=True):
        assert matter in part.question_text
        assert matter in part.answer_text
        assert not [m for m in MATTERS if m != matter and m in part.answer_text]
    assert {part.answers[0].speaker.office for part in found[-12:]} == {"教育長"}


def _piece(text: str) -> Segment:
    return Segment((Unit(0, 0, len(text), text),), True)


PIECES = [_piece("橋はどうなるか。"), _piece("港はどうなるか。"), _piece("駅はどうなるか。")]


def _replies(*said: tuple[int, str], soft: bool = False) -> list[Segment]:
    return [Segment((Unit(turn, 0, len(text), text),), True, soft=soft) for turn, text in said]


NEXT = "次に、お答えします。"


def _taken(like: list[list[float]], pieces: list[Segment], replies: list[Segment]) -> list[int]:
    return share(balanced(like, [reply.soft for reply in replies]), like, pieces, replies)


def test_what_each_has_to_give_away_is_made_even() -> None:
    """The second reply repeats the words of all; the third question is like no other, so the first reply is left to the first."""
    shares = balanced([[0.3, 0.5, 0.0], [0.1, 0.6, 0.1], [0.0, 0.5, 0.4]], [False, False, False])
    assert [max(range(3), key=row.__getitem__) for row in shares] == [0, 1, 2]


def test_a_word_that_comes_again_in_a_later_reply_does_not_lead_there_and_back() -> None:
    """The port shares a word with the last reply too, which is about the station; where it shares all of it, it is answered there."""
    replies = _replies((0, NEXT), (0, NEXT), (0, NEXT))
    assert _taken([[0.5, 0.0, 0.0], [0.2, 0.3, 0.3], [0.0, 0.0, 0.5]], PIECES, replies) == [0, 1, 2]
    assert _taken([[0.5, 0.0, 0.0], [0.2, 0.0, 0.6], [0.0, 0.5, 0.0]], PIECES, replies) == [0, 2, 1]


def test_going_back_costs_within_a_turn_alone() -> None:
    """Each officer goes through the questions anew: one who spoke first may answer what was asked last."""
    like = [[0.2, 0.4], [0.3, 0.25]]
    assert _taken(like, PIECES[:2], _replies((0, NEXT), (0, NEXT))) == [0, 1]
    assert _taken(like, PIECES[:2], _replies((0, NEXT), (1, NEXT))) == [1, 0]


def test_a_reply_that_names_a_matter_amid_may_go_on_with_the_one_before() -> None:
    """What opens as the next matter does takes another up where it is nearly as like; what is named amid goes where it is most like."""
    like = [[0.5, 0.4], [0.1, 0.3]]
    assert _taken(like, PIECES[:2], _replies((0, NEXT), (0, NEXT))) == [0, 1]
    assert _taken(like, PIECES[:2], [*_replies((0, NEXT)), *_replies((0, "また、橋は。"), soft=True)]) == [
        0,
        1,
    ]
    like = [[0.5, 0.4], [0.1, 0.0]]
    assert _taken(like, PIECES[:2], [*_replies((0, NEXT)), *_replies((0, "また、橋は。"), soft=True)]) == [
        0,
        0,
    ]


def test_what_names_nothing_that_was_asked_goes_on_with_the_reply_before() -> None:
    """また、もう一つは会費であります。 in a reply about the bridge."""
    like = [[0.5, 0.0, 0.3], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    assert _taken(like, PIECES, _replies((0, NEXT), (0, NEXT), (0, "橋です。"))) == [0, 0, 0]


def test_the_last_officer_takes_the_question_that_nothing_else_is_like() -> None:
    """４点目は何を見れば分かるのか。 is answered by words that no question has, and no reply is like it."""
    like = [[1.0, 0.0], [0.0, 0.0]]
    assert _taken(like, PIECES[:2], _replies((0, "橋です。"), (1, "備考欄を御覧ください。"))) == [0, 1]


AMID = (
    (0, "次に、市場についてですが、来年開きます。"),
    (0, "また、使用料につきましては、据え置きます。"),
    (0, "なお、駐車場につきましては、広げます。"),
)


def test_a_reply_is_cut_at_each_matter_that_it_names_amid() -> None:
    """In paragraphs of their own, and within one."""
    (whole,) = [Segment(tuple(Unit(t, 40 * n, 40 * n + len(x), x) for n, (t, x) in enumerate(AMID)), True)]
    lines = "".join(x.ljust(40) for _, x in AMID)
    trial = cut_amid([whole], [], [_turn("市長", "executive", [lines], 1)])
    assert [reply.soft for reply in trial] == [False, True, True]
    said = "".join(text for _, text in AMID)
    (one,) = [Segment((Unit(0, 0, len(said), said),), True)]
    trial = cut_amid([one], [], [_turn("市長", "executive", [said], 1)])
    assert [reply.text for reply in trial] == [text for _, text in AMID]


def test_a_matter_that_is_named_again_begins_nothing() -> None:
    """市場につきましては、 after 市場についてお答えします。 goes on; a number is a matter by itself."""
    said = "市場についてお答えします。市場につきましては、来年開きます。２の（２）でありますが、広げます。"
    (one,) = [Segment((Unit(0, 0, len(said), said),), True)]
    trial = cut_amid([one], [], [_turn("市長", "executive", [said], 1)])
    assert [reply.text[-7:] for reply in trial] == ["来年開きます。", "が、広げます。"]


def test_a_reply_begins_where_the_matter_stands_in_a_sentence_of_its_own() -> None:
    """…についてお尋ねを頂戴いたしました。 and …についてでございます。 are heads, in a speech of one paragraph too."""
    said = (
        "水道についてお尋ねを頂戴いたしました。管は古くなっております。"
        "市場についてでございます。改修を進めております。"
        "祭りについてのお尋ねをいただいております。来年も開きます。"
    )
    heads = [
        reply.hint or reply.units[0].text for reply in reply_segments([_turn("市長", "executive", [said], 1)])
    ]
    assert [head[:2] for head in heads] == ["水道", "市場", "祭り"]


def test_a_call_between_replies_is_no_reply() -> None:
    """An export that does not know the deputy chair lists his calls among the replies."""
    replies = [
        _turn("市長", "executive", ["橋についてお答えいたします。", "来年直します。"], 1),
        _turn("その他", "executive", ["水道事業管理者。"], 2),
        _turn("水道事業管理者", "executive", ["水道についてお答えいたします。", "管を替えます。"], 3),
    ]
    assert [piece.units[0].turn for piece in reply_segments(replies)] == [0, 2]


def test_what_follows_from_a_matter_begins_none() -> None:
    """そのため、経費については、…: the reply goes on."""
    said = [
        "次に、大会についてお答えいたします。",
        "準備を進めております。",
        "そのため、経費につきましては、見直します。",
    ]
    (reply,) = reply_segments([_turn("市長", "executive", said, 1)])
    assert reply.hint == said[0]
    assert [unit.text for unit in reply.units] == said[1:]


def test_points_under_items_without_a_number_find_their_replies() -> None:
    """The reply counts the items (大きな３項目め), the question only the points below them; what each deputy answers he lists
    first, and that list answers nothing."""
    asked = [
        "会派を代表して質問します。",
        "次に、除雪の範囲について伺います。細い道はどこまで除雪するのか、伺います。",
        "次に、働く場について、３点伺います。",
        "１点目は、建設業の人手についてです。若い人をどう増やすのか、伺います。",
        "２点目は、起業の支援についてです。場所をどう用意するのか、伺います。",
        "３点目は、農地の貸し借りについてです。仲立ちをどう進めるのか、伺います。",
        "次に、公園の管理について、２点伺います。",
        "１点目は、花壇の世話についてです。誰に頼むのか、伺います。",
        "２点目は、遊具の点検についてです。年に何回するのか、伺います。",
    ]
    first = [
        "私からは、大きな２項目め、働く場についてのうち、２点目の起業の支援について、３点目の農地の貸し借りについて、そして大きな３項目め、"
        "公園の管理についてのうち、１点目の花壇の世話についてお答えいたします。",
        "まず、大きな２項目め、働く場についての２点目、起業の支援についてであります。",
        "空いた校舎を使っていただきます。",
        "次に、３点目の農地の貸し借りについてであります。",
        "担い手に声をかけております。",
        "次に、大きな３項目め、公園の管理についての１点目、花壇の世話についてであります。",
        "町内会にお願いいたします。",
    ]
    second = [
        "私からは、大きな１項目め、除雪の範囲について、大きな２項目め、働く場についてのうち、１点目の建設業の人手について、そして大きな３項目め、"
        "公園の管理についてのうち、２点目の遊具の点検についてお答えいたします。",
        "まず、大きな１項目め、除雪の範囲についてであります。",
        "幅が四メートルの道までといたします。",
        "次に、大きな２項目め、働く場についての１点目、建設業の人手についてであります。",
        "見学会を開いております。",
        "次に、大きな３項目め、公園の管理についての２点目、遊具の点検についてであります。",
        "年に二回行います。",
    ]
    found = parts_of(
        [_turn("議員", "member", asked, 0)],
        [_turn("副市長", "executive", first, 1), _turn("副市長", "executive", second, 2)],
    )
    pairs = [
        ("細い道", "四メートル"),
        ("若い人", "見学会"),
        ("場所をどう", "空いた校舎"),
        ("仲立ち", "担い手"),
        ("誰に頼む", "町内会"),
        ("何回", "年に二回"),
    ]
    assert len(found) == len(pairs)
    for (question, answer), part in zip(pairs, found, strict=True):
        assert question in part.question_text
        assert answer in part.answer_text
        assert not [a for _, a in pairs if a != answer and a in part.answer_text]
        assert "のうち" not in part.answer_text


def test_a_reply_that_names_hundreds_of_matters_is_left_in_its_paragraphs() -> None:
    """Each is compared with each piece: 187 paragraphs of nine matters took 24 seconds."""
    asked, (mayor, school) = _speeches()
    lines = mayor.text.split("\n")
    amid = "".join(f"{n}番の{m}公園については、見直します。" for n, m in enumerate(MATTERS[:13]))
    said = _turn("市長", "executive", [line + amid for line in lines[1:-1][::-1]], 1)
    found = parts_of([asked], [said, school])
    assert all(len(part.answer_text.split("\n")) == 1 for part in found)


def test_an_announcement_opens_the_reply_behind_it_and_a_greeting_is_none() -> None:
    """…について御説明させていただきます。 names the matter of what follows, as …についてお答えします。 does."""
    hall = ["おはようございます。", "広場につきましては、御説明させていただきます。", "倍にしました。"]
    water = ["水路について、御説明させていただきます。", "来年直します。"]
    replies = [_turn("課長", "executive", hall, 1), _turn("部長", "executive", water, 2)]
    first, second = reply_segments(replies)
    assert (first.hint, first.text) == (hall[1], hall[1] + hall[2])
    assert (second.hint, second.text) == (water[0], water[0] + water[1])


def test_what_a_reply_points_back_to_is_no_matter_of_its_own() -> None:
    """また、こちらについては、…でありますが、 goes on with what was said."""
    said = "市場についてお答えします。来年開きます。また、こちらについてということでございますが、国と話しております。"
    replies = [_turn("市長", "executive", [said], 1)]
    assert [piece.text for piece in reply_segments(replies)] == [said]


def test_the_next_matter_in_talk_begins_a_question() -> None:
    """それから、役場の窓口の件なんですが、… is asked for itself, whatever asks before it."""
    asked = [
        "はい、わかりました。",
        "壊れた古いポンプのことで、一つ聞きたいんですが。",
        "手入れだけでここまで使ったのか、教えていただきたいと思います。",
        "そうであれば、よくここまで動いたと思うんですよ。",
        "それから、窓口の件、役場の窓口の件なんですが、工事が済んでから開くのか、その前なのか、伺いたいと思います。",
    ]
    replies = [
        _turn("課長", "executive", ["お答えします。", "ポンプは手入れをしながら使い続けてきました。"], 1),
        _turn(
            "部長", "executive", ["お答えいたします。", "役場の窓口については、工事が済む前に開きます。"], 2
        ),
    ]
    found = parts_of([_turn("議員", "member", asked, 0)], replies)
    assert [part.question_text[:6] for part in found] == ["はい、わかり", "それから、窓"]
