"""What a question's wording asks for decides which sentence is quoted and whether several towns are shown."""

from __future__ import annotations

import pytest

from retriever.answer_kinds import Kind, answer_kinds
from retriever.persons import is_called, is_named, named_members
from retriever.question import asks_across_towns, focus, is_follow_up, normalise
from retriever.sides import wanted_side
from retriever.tokenize import shared_tokenizer


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("防犯カメラはどれだけ増えましたか", {Kind.NUMBER}),
        ("保育士は何人いますか。", {Kind.NUMBER}),
        ("委託料は年にいくらですか。", {Kind.MONEY}),
        ("運動広場 遊具 金額 工期", {Kind.MONEY, Kind.DATE}),
        ("通信所がいつ移ったかを説明したのは何課の長ですか。", {Kind.PERSON}),
        ("申し込みが減ったのはどういうわけだと見ていますか。", {Kind.REASON}),
        ("後見人に払うお金を、どういう人について肩代わりしますか。", {Kind.LIST, Kind.YES_NO}),
        ("費用を、町はどれだけ持ちますか。", {Kind.MONEY, Kind.NUMBER}),
        ("余計にかかる費用を、町長はどう受け止めましたか。", {Kind.YES_NO}),
        ("有機フッ素化合物は1リットルにいくらですか。", {Kind.NUMBER}),
        ("胃がん検診 受診率 効率 令和6年度", {Kind.SHARE}),
        ("胃がん検診 受診率 推移", set()),
        ("普及率は何パーセントか。", {Kind.SHARE}),
        ("条例はいつ施行されましたか。", {Kind.DATE}),
        ("答弁したのは何部長ですか。", {Kind.PERSON}),
        ("新しい窓口は何という名前ですか。", {Kind.NAME}),
        ("なぜ遅れているのですか。", {Kind.REASON}),
        ("続けるつもりですか。", {Kind.YES_NO}),
        ("職員の力をどう高めていくつもりか。", set()),
        ("工事が終わるまであと何年ですか。", {Kind.NUMBER}),
        ("協定の期間は何年ですか。", {Kind.NUMBER}),
        ("毛布　何年　使ったか", {Kind.NUMBER}),
        ("映像は何日残しますか。", {Kind.NUMBER}),
        ("映像は何日に消しますか。", {Kind.DATE}),
        ("バス 市の負担額 令和5年度", {Kind.MONEY}),
        ("協定の期間は。", {Kind.DATE}),
        ("公園の予算は。", {Kind.MONEY}),
        ("公園の契約金額と落札率は。", {Kind.MONEY, Kind.SHARE}),
        ("公園の落札率と契約金額は。", {Kind.MONEY, Kind.SHARE}),
        ("免除は何時間までですか。", {Kind.NUMBER}),
        ("How much did the city spend?", {Kind.MONEY}),
        ("How much land does the park cover?", {Kind.NUMBER}),
        ("公園が足りないのはどのあたりですか", {Kind.NAME}),
        ("When was it opened?", {Kind.DATE}),
        ("Aoba park plan publication date", {Kind.DATE}),
        ("Will the town cut its number of clerks?", {Kind.YES_NO}),
        ("What is the policy on the number of clerks?", set()),
        ("What is the number of clerks?", {Kind.NUMBER}),
        ("給付金の補正予算を、臨時議会で説明したのは誰ですか。", {Kind.PERSON}),
        ("青山市预计儿童人数从哪个年度起会减少？", {Kind.DATE}),
        ("変化に追いつけない職員をどう支えますか。", {Kind.YES_NO}),
        ("見直しを行いつつ進めますか。", {Kind.YES_NO}),
        ("いつもどおりの点数を付けますか。", {Kind.YES_NO}),
        ("塀は犬が入れないつくりですか。", {Kind.YES_NO}),
        ("橋はいつつくりましたか。", {Kind.DATE}),
        ("橋はみんないつ渡りますか。", {Kind.DATE}),
        ("橋はいつつありますか。", {Kind.YES_NO}),
        ("古い機械を使いつづけますか。", {Kind.YES_NO}),
        ("公園などの施設は夜も開きますか。", {Kind.YES_NO}),
        ("お年寄りなどの人は先に並べますか。", {Kind.YES_NO}),
        ("花の名にちなんで橋に名を付けますか。", {Kind.YES_NO}),
        ("期日前投票の入場券には何が印字されますか。", {Kind.YES_NO}),
        ("計画の期間をどのように区切りますか。", {Kind.YES_NO}),
        ("計画の期間はいつまでですか。", {Kind.DATE}),
        ("申請の期限はいつですか。", {Kind.DATE}),
        ("期限が来る毛布はどこに配りますか。", {Kind.NAME}),
        ("期限を決めて毛布を貸していますか。", {Kind.YES_NO}),
        ("検査の費用は、なぜ見送ったのですか。", {Kind.REASON}),
        ("職員の人数の枠はどの計画に沿っていますか。", {Kind.YES_NO}),
        ("印刷の枚数がいちばん多い課はどこですか。", {Kind.NAME}),
        ("印刷の枚数を教えてください。", {Kind.NUMBER}),
        ("いくつもの課にまたがる仕事の例に何を挙げましたか。", {Kind.LIST, Kind.YES_NO}),
        ("取組はいくつありますか。", {Kind.NUMBER}),
        ("空き家のまま残る住宅の数", {Kind.NUMBER}),
        ("相談員の数はどれだけですか。", {Kind.NUMBER}),
        ("相談員の数が減ったのはなぜですか。", {Kind.REASON}),
        ("その数を増やしますか。", {Kind.YES_NO}),
        ("いちばん多いのは何十代ですか。", {Kind.NUMBER}),
        ("人手が足りないと担当は話しましたか。", {Kind.YES_NO}),
        ("利用の件数は係で分かると答えたのは誰ですか。", {Kind.PERSON}),
        ("橋の工期は延びると説明した人は誰ですか。", {Kind.PERSON}),
        ("橋の工期について説明したのは誰ですか。", {Kind.PERSON}),
        ("苦情の件数が増えたのはなぜですか。", {Kind.REASON}),
        ("利用は何件で、答えたのは誰ですか。", {Kind.PERSON, Kind.NUMBER}),
        ("利用が減った原因は何ですか。", {Kind.REASON}),
        ("人の不注意による要因は何割ですか。", {Kind.SHARE}),
        ("その狙いは？", {Kind.REASON}),
        ("条例の目的はどの条にありますか。", {Kind.YES_NO}),
        ("給食費は何年生から払いますか。", {Kind.YES_NO}),
        ("受付の担当はどこですか。", {Kind.PERSON, Kind.NAME}),
        ("窓口はいつでも使えますか。", {Kind.YES_NO}),
        ("いつからですか。", {Kind.DATE}),
        ("What were the vaccination rates in the two wards?", {Kind.SHARE}),
    ],
)
def test_kinds_of_answer(question: str, kinds: set[Kind]) -> None:
    """A number, sum, share, date, person, name or reason is told from the wording; 「いくつもり」 is no number."""
    assert answer_kinds(question) == kinds


@pytest.mark.parametrize(
    ("question", "across"),
    [
        ("他市では備蓄についてどう答えていますか。", True),
        ("市ごとに教えてください。", True),
        ("どの市が導入していますか。", True),
        ("電子申請をもう始めている市はどこですか。", True),
        ("AIをこれから試す市はどこですか。", True),
        ("備蓄を増やすと答えた市を並べてください。", True),
        ("粗大ごみの受付を電話から画面に移している市と、その利用の伸びを知りたい。", True),
        ("粗大ごみの受付を画面に移している市があると聞いた。利用は伸びたか。", False),
        ("在宅勤務を取り入れている市区町村は何パーセントですか。", False),
        ("受付を画面に移している町として議員が紹介したのはどこですか。", False),
        ("郵便の入れ間違いは何件でしたか。", False),
        ("備蓄の量の違いを知りたい。", True),
        ("部長が、それと横並びで優先したいと挙げたのは何ですか。", False),
        ("市の窓口はどこですか。", False),
        ("どの市民が対象ですか。", False),
        ("どの町内会が参加しましたか。", False),
        ("各町会への補助はどの区間の工事ですか。", False),
        ("委員が例に挙げた町はどこですか。", False),
        ("Which cities have introduced it?", True),
        ("How do they compare?", True),
        ("How does that compare with the whole country?", False),
        ("備蓄の量を二つの市で比べてください。", True),
        ("備蓄の量は全国と比べて多いですか。", False),
        ("備蓄の量はよその町と比べてどうですか。", False),
        ("備蓄の量をよその町と比べて示してください。", True),
        ("よその町では何を備えていると聞いていますか。", False),
        ("よその町では何を備えていますか。", True),
        ("How does our stock compare with other towns?", False),
        ("備蓄についてどう答えていますか。", False),
    ],
)
def test_questions_across_towns(question: str, across: bool) -> None:
    """Several towns are shown where they are asked for, and only there."""
    assert asks_across_towns(question) is across


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("委員はどんな心配を述べていますか。", True),
        ("この件を質問したのは誰の議員ですか。", True),
        ("会長を選んだときに、どんな質疑がありましたか。", True),
        ("Which councillor raised it?", True),
        ("市はどう答えましたか。", False),
        ("委員の質問に答えたのは何局長か。", False),
        ("避難所のペットの質問に答えたのは誰ですか。", False),
        ("避難所のペットのことを質問したのは誰ですか。", True),
        ("避難所の数や人数を尋ねた委員は誰ですか。", True),
        ("避難所のペットのことを取り上げた議員の名前", True),
        ("避難所のことを質問した議員に何と答えましたか。", False),
        ("数を減らすよう求められた委員は誰ですか。", False),
    ],
)
def test_what_was_asked_is_told_from_what_was_answered(question: str, about: bool) -> None:
    """Only a question about the member's words is answered with the member's words."""
    assert (wanted_side(question) == "member") is about


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("導入を聞いた委員誰ですか", "導入を聞いた委員は誰ですか"),
        ("反対したのどなた", "反対したのは誰"),
        ("いつ開いたんでしたっけ", "いつ開いたんですか"),
        ("何を飲んだっけ", "何を飲んだか"),
        ("何っていう人がどんな風に配ったか", "何という人がどのように配ったか"),
        ("遅れているの何の工事", "遅れているのは何の工事"),
        ("なにを直したんですかね", "何を直したんですか"),
        ("理由はなんでしょうか、必要なんですか", "理由は何でしょうか、必要なんですか"),
        ("なにがしかの額", "なにがしかの額"),
        ("どちらの課が決めたのかしら", "どの課が決めたのか"),
        ("何処の委員なの？", "どの委員ですか?"),
        ("開催は何処でございますでしょうか。", "開催はどこですか。"),
        ("額はいかほどかな", "額はいくらか"),
        ("何食ですか？！", "何食ですか?"),
        ("いかほどの人が、どの位待ったか", "どのくらいの人が、どのくらい待ったか"),
        ("事務局の誰が答えたか", "事務局の誰が答えたか"),
        (
            "導入を聞いた委員は誰ですか市は何と答えましたか",
            "導入を聞いた委員は誰ですか。市は何と答えましたか",
        ),
        ("できますかと聞いた", "できますかと聞いた"),
        ("備蓄は，何食ですか．", "備蓄は、何食ですか。"),
        ("3,000食, rice No.2", "3,000食、 rice No.2"),
        ("ぺーパーとスぺース、べース", "ペーパーとスペース、ベース"),
        ("役場へメール", "役場へメール"),
    ],
)
def test_a_question_typed_as_it_is_spoken_is_read(typed: str, read: str) -> None:
    """は before what is asked and the stop between two questions are left out, 、 is typed as ，: patterns of whole sentences are read of them."""
    assert normalise(typed) == read


def test_normalise_squeezes_letter_spaced_words_and_folds_width() -> None:
    """Records print H E M S and half-width kana; a question may too."""
    assert normalise("Ｈ Ｅ Ｍ Ｓ の　ｾｷｭﾘﾃｨ") == "HEMS の セキュリティ"


def test_letting_know_is_not_knowing() -> None:
    """The dictionary cuts 知らせる into 知る, by which one asks; お知らせ is left alone."""
    assert normalise("住民にいつ知らせるのですか") == "住民にいつお知らせるのですか"
    assert normalise("市からのお知らせを読む") == "市からのお知らせを読む"


def test_doing_it_right_is_no_person_s_name() -> None:
    """The dictionary takes ちゃん behind a noun for the suffix of a name: 点検ちゃんとして."""
    assert normalise("点検ちゃんとしていますか") == "点検きちんとしていますか"


def test_focus_names_what_is_asked_for() -> None:
    """The words before the question word must be in the quotation, or it answers something else."""
    assert focus("審議会の委員の報酬は日額いくらですか。") == "審議会の委員の報酬は日額"
    assert focus("教えてください。") == ""


@pytest.mark.parametrize(
    ("question", "content", "leans"),
    [
        ("では、その目標は？", 5, True),
        ("一度に何台？", 1, True),
        ("小学校のほうは、どのような体制で見守りをしていますか", 6, True),
        ("よその町では何を備えて、どこに置いて、どう配ると聞いていますか", 5, True),
        ("どうしてその期間で区切って計画をまとめたのですか", 5, True),
        ("水道管の更新計画の期間と総事業費を教えてください", 7, False),
    ],
)
def test_follow_ups(question: str, content: int, leans: bool) -> None:
    """A pronoun or a very short question goes on from the one before; a full question starts anew."""
    assert is_follow_up(question, content) is leans


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("佐藤委員は公園の遊具について何を求めていたか。", True),
        ("図書館の開館を早めるよう頼んだのはどの委員か。", True),
        ("駅前の混雑を例に挙げた人は、市に何を望んだのか。", True),
        ("井戸が枯れたと話した委員がいた。いつのことか。", True),
        ("What did a town council member ask the office to publish?", True),
        ("In what year did the prefecture close the ferry, according to the Aoyama councillor?", True),
        ("As one panel member puts it, who does the town build the road for?", True),
        ("According to the mayor, when does the ferry close?", False),
        ("佐藤委員の求めに、市はどう答えたか。", False),
        ("窓口に来た人は何を求められるか。", False),
        ("橋が心配だと話した役所の人は誰ですか。", False),
        ("橋が心配だと話した人は誰ですか。", True),
    ],
)
def test_what_a_member_wanted_is_told_by_the_closing_verb(question: str, about: bool) -> None:
    """The last verb says whose words are wanted: 求めた the member's, 答えた the city's."""
    assert (wanted_side(question) == "member") is about


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("青山 井戸の工事 委員の要望", True),
        ("青山 井戸 委員 意見", True),
        ("青山 佐藤議員 まとめ 市長に求めたこと", True),
        ("青山 佐藤委員の心配 市の回答", False),
        ("青山 民生委員 意見", False),
    ],
)
def test_a_member_s_words_are_searched_by_words_too(words: str, about: bool) -> None:
    """Who types words instead of a sentence and names a member's wish wants the wish, not what was replied to others."""
    assert (wanted_side(words) == "member") is about


def test_who_said_something_may_be_of_either_side() -> None:
    """「述べたのは誰か」 does not say whether a member or an official spoke."""
    assert wanted_side("避難所を増やすと述べたのは誰か。") in ("either", "member")
    assert wanted_side("避難所を増やすと誰に述べたか。") == "reply"
    assert wanted_side("避難所のことを語ったのはどの役の人で、何が足りないと述べたか。") == "reply"


def test_who_reported_or_spoke_for_a_committee_is_a_member() -> None:
    """Members report, move and speak for committees: their words are what is asked for."""
    assert wanted_side("道路の調査を報告した委員長は誰か。") in ("either", "member")
    assert wanted_side("特別委員会の設置を説明した議員は誰で、委員は何人か。") in ("either", "member")
    assert wanted_side("総務委員会は、予算の審査について何を指摘したか。") in ("either", "member")
    assert wanted_side("道路の調査を説明した課長は誰か。") == "reply"
    assert wanted_side("委員会は何人か。") == "reply"


def test_a_question_word_is_no_counter() -> None:
    """「何か」 asks for no number, 「何か所」 does."""
    assert Kind.NUMBER not in answer_kinds("高齢者の世帯に何か残るのでしょうか。")
    assert Kind.NUMBER in answer_kinds("避難所は何か所ありますか。")
    assert Kind.NUMBER in answer_kinds("来場者は何万人を超えましたか。")


@pytest.mark.parametrize(
    ("question", "members"),
    [
        ("森川議員の質問に町長は何と答えたか", ("森川",)),
        ("山田太郎議員と佐藤委員は何を求めたか", ("山田太郎", "佐藤")),
        ("大澤恵介議員の代表質問", ("大沢恵介",)),
        ("民生委員は何人か", ()),
        ("女性議員は何人か", ()),
        ("共産党議員団の質問", ()),
        ("日本共産党議員の質問にどう答えましたか", ()),
        ("渋谷区議員の定数は何人ですか", ()),
        ("小樽市議員と東京都議員の報酬", ()),
        ("令和委員の選任", ()),
        ("調布市議会の議員の報酬", ()),
    ],
)
def test_the_members_that_a_question_names(question: str, members: tuple[str, ...]) -> None:
    """A name right before 議員 or 委員; kinds of members and groups are none."""
    assert named_members(question, shared_tokenizer()) == members


@pytest.mark.parametrize(
    ("speaker", "asked", "same"),
    [
        ("磯野", "磯野直", True),
        ("磯野　直", "磯野", True),
        ("大澤恵介", "大沢", True),
        ("磯", "磯野直", False),
        ("磯野花", "磯野直", False),
        ("", "磯野", False),
    ],
)
def test_a_member_by_the_whole_name_and_by_the_surname(speaker: str, asked: str, same: bool) -> None:
    """The record may have 磯野委員 for 磯野直; another person of whom only a part is alike is somebody else."""
    assert is_named(speaker, [asked]) is same


@pytest.mark.parametrize(("text", "called"), [("山口委員の御質問に", True), ("山口県では", False)])
def test_a_member_who_is_called_in_the_words(text: str, called: bool) -> None:
    """A place of the same name is nobody."""
    assert is_called(text, ["山口"]) is called


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("どんな えすえぬえすを つかって いますか", "どんな SNSを つかって いますか"),
        ("エーアイの活用は", "AIの活用は"),
        ("でぃーえっくす", "DX"),
        ("あいしーてぃーと ぴーてぃーえー", "ICTと PTA"),
        ("ハワイとケーキとティー", "ハワイとケーキとティー"),  # parts of words, and a letter alone
        ("あいさつと えいえんは", "あいさつと えいえんは"),
        ("けいえいは", "けいえいは"),  # 経営
        ("わいわい広場とゆーゆー館", "わいわい広場とゆーゆー館"),
    ],
)
def test_abbreviations_typed_as_they_are_spoken(typed: str, read: str) -> None:
    """Easy Japanese spells SNS and AI in kana; the record writes letters."""
    assert normalise(typed) == read


def test_what_is_no_more_is_written_in_kana() -> None:
    """Protects: 「バスは無くなりますか」 was refused, 「バスはなくなりますか」 answered. 亡くなる is another word."""
    assert normalise("バスは無くなりますか、亡くなった人は") == "バスはなくなりますか、亡くなった人は"
