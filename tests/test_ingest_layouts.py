"""Layouts: one fixture for each spelling, each hostile file, each kind of turn; input beside expected output."""

from __future__ import annotations

import pytest
from layout_reading import document, lines, read
from reading_lines import FOLDER as READINGS

from ingest.parse import explain
from ingest.readers import read_documents

EXPECTED: dict[str, tuple[str, list[str]]] = {
    "arrows.txt": (
        "generic",
        [
            "answered｜:電子書籍の点数は何点まで｜:来年度は五千点まで増やす",
            "answered｜:子ども向けの本が足りない｜:子ども向けの本に予算の三",
            "opinion｜:移動図書館の回る場所を増｜",
            "answered｜:学校の図書室との貸し借り｜:来年の秋に始める。",
        ],
    ),
    "bold_list.md": (
        "generic",
        [
            "answered｜委員木元:残りの半分はいつ電子化し｜事務局:二年後を目標にしています",
            "opinion｜委員西:高齢者への支援もお願いし｜",
        ],
    ),
    "bracket_round.txt": (
        "dialogue",
        [
            "answered｜委員Ａ:一割で足りるのか。五年後｜事務局:五年は足りる見通しである",
            "opinion｜委員Ｂ:市民への知らせ方を工夫し｜",
        ],
    ),
    "chair_roles.txt": (
        "dialogue",
        [
            "answered｜委員沢田:件数が増えた理由は何でし｜総務課長:増えた理由についてお答え 総務部長:手数料については、見直す",
            "answered｜委員二木:窓口で長く待たされたとい 会長:今、二木委員から待つ時間｜総務課長:昼の時間に人を増やしまし",
            "opinion｜委員三宅:公開の決定が遅いと感じま｜",
            "opinion｜委員二木:同じ意見です。早い決定は｜",
            "opinion｜会長:ほかになければ、私からも｜",
            "statement｜｜事務局:次回の会議は十一月の予定",
        ],
    ),
    "colon_lines.txt": (
        "generic",
        [
            "statement｜｜事務局:資料１により、二〇三〇年",
            "answered｜委員木村:家庭の部門では、どのよう｜事務局:断熱の改修への補助を柱に",
            "opinion｜委員南:補助の額を上げてもらいた｜",
            "answered｜委員木村:進みぐあいは毎年公表され｜事務局:毎年秋に市の広報で公表し",
        ],
    ),
    "committee_anonymous.txt": (
        "verbatim",
        [
            "statement｜｜環境部長:資料に基づきまして、ごみ",
            "answered｜委員佐伯かおる:三パーセントの内訳を教え｜資源循環課長:生ごみが二パーセント、紙 ＤＸ推進課長:補足いたします。計量の仕",
        ],
    ),
    "glued_names.txt": (
        "verbatim",
        [
            "answered｜委員鈴木:おはようございます。水道｜水道課長西田:およそ三十年かかる見通し",
            "answered｜委員田中:漏水の件数を教えてくださ｜水道課係長大木:昨年度は八十件です。 水道課長西田:補足します。一昨年度は百",
            "answered｜委員髙橋:関連して、料金の見直しは｜水道部長佐藤:来年度に審議会へ諮ります",
        ],
    ),
    "hostile_columns.txt": (
        "plain",
        [
            "statement｜｜:○議長（三田君）　ただい",
        ],
    ),
    "hostile_one_member.txt": (
        "plain",
        [
            "statement｜｜:わたしの議会質問の記録/",
        ],
    ),
    "hostile_transcript.txt": (
        "plain",
        [
            "statement｜｜:えーそれでは始めさせてい",
        ],
    ),
    "hostile_votes.txt": (
        "plain",
        [
            "statement｜｜:令和６年第１回定例会　議",
        ],
    ),
    "inverted_marks.txt": (
        "verbatim",
        [
            "answered｜１５番議員北原みどり:図書館の開館時間について｜教育次長東一郎:来年の四月から、中央の一",
            "answered｜１５番議員北原みどり:ほかの館はどうしますか。｜教育次長東一郎:利用の様子を見て決めてま",
        ],
    ),
    "lump_answers.txt": (
        "verbatim",
        [
            "answered｜５番堀口春子:おはようございます。堀口｜町長坂口勇:堀口議員の質問にお答えし 教育長中森京子:２点目の給食についてお答",
        ],
    ),
    "member_replies.txt": (
        "verbatim",
        [
            "answered｜８番谷本明子:この条例で、事業者の負担｜12番桑原健:一社当たり年に三万円ほど",
            "answered｜８番谷本明子:三万円の根拠は何でしょう｜12番桑原健:隣の市の調べによるもので",
        ],
    ),
    "notice_outline.txt": (
        "verbatim",
        [
            "statement｜｜3番議員野中さやか:皆様、おはようございます",
            "answered｜3番議員野中さやか:まず、項目の1つ目、公園｜都市整備部長岡実:公園の灯りについてお答え",
            "answered｜3番議員野中さやか:続いて、項目の2つ目、遊｜都市整備部長岡実:遊具の点検に向けた取組に",
            "statement｜｜3番議員野中さやか:御答弁ありがとうございま",
        ],
    ),
    "opinion_reply_colon.txt": (
        "generic",
        [
            "answered｜:公園のトイレを洋式にして｜:来年度に三か所を洋式にし",
            "answered｜:ごみの袋が破れやすい。｜:厚さを増した袋に替えます",
            "answered｜:図書館の駐車場が狭い。｜:隣の土地を借りる話を進め",
        ],
    ),
    "own_line.txt": (
        "generic",
        [
            "answered｜委員藤木:学童の待機は何人いますか｜子育て支援課長:今年の四月で三十二人です",
            "answered｜委員藤木:待機がなくなるのはいつ頃｜子育て支援課長:令和五年度になくす計画で",
            "opinion｜委員三浦:長い休みの間だけでも、学｜",
        ],
    ),
    "pdf_wrapped.txt": (
        "verbatim",
        [
            "answered｜4番石塚薫:では、町営バスの便数につ｜町長高岡実:石塚議員の御質問にお答え",
            "answered｜4番石塚薫:採用の見通しはいかがです｜町長高岡実:既に三名の応募がございま",
        ],
    ),
    "plenary_paren.txt": (
        "verbatim",
        [
            "answered｜２番大山ゆき:議長のお許しを得ましたの｜町長倉田正夫:大山議員の御質問にお答え",
            "answered｜２番大山ゆき:４０基のうち、西側には何｜建設課長安井悟:西側には２５基を立てる計",
            "statement｜｜２番大山ゆき:分かりました。子どもたち",
        ],
    ),
    "qa_letters.txt": (
        "generic",
        [
            "answered｜:申請はいつからできますか｜:七月一日から受け付けます",
            "answered｜:窓口に行かずに申請できま｜:電子申請でも受け付けます",
            "answered｜:代理の人でもよいですか。｜:委任状があれば、代理の人",
        ],
    ),
    "qa_numbered.txt": (
        "generic",
        [
            "answered｜:工事の期間はいつからいつ :工事の間、歩道は通れます｜:工事は八月から十二月まで",
            "answered｜:騒音の基準を教えてくださ｜:昼間は八十五デシベルが上",
        ],
    ),
    "round_in_list.txt": (
        "dialogue",
        [
            "answered｜委員:若い人の受診率は何割です｜事務局:二割五分です。",
            "answered｜委員:補助を受けた人は何人です｜事務局:三十人です。",
        ],
    ),
    "spaced_names.txt": (
        "generic",
        [
            "answered｜７番西川誠:消防団員の数について伺い｜総務課長堀内和也:五年前は二百十名、今は百",
            "answered｜７番西川誠:女性の団員を募る考えはあ｜総務課長堀内和也:来年度から募ってまいりま",
        ],
    ),
    "spaced_offices.txt": (
        "generic",
        [
            "answered｜委員:駅前の駐輪場は足りていま｜課長:二百台分あり、足りていま",
            "answered｜委員:夜間の照明はありますか。｜課長:十二時まで点灯しています",
        ],
    ),
    "tab_table.txt": (
        "speech_table",
        [
            "answered｜委員Ａ:若い世代が戻ってくる前提｜事務局:転入は今と同じとして計算",
            "opinion｜委員Ｂ:厳しい数字だが、隠さずに｜",
        ],
    ),
    "tags_mixed.txt": (
        "dialogue",
        [
            "answered｜委員柴田:まとめた後、朝の本数は減｜交通政策課長:朝の本数は変わりません。",
            "answered｜会長今井:私からも一点お聞きします｜交通政策課長:割引は三年間続けます。",
        ],
    ),
    "timestamps.txt": (
        "generic",
        [
            "answered｜議員川端:雪下ろしの補助について伺｜福祉課長:百四十件でありました。",
            "answered｜議員川端:来年も続けますか。｜福祉課長:続けてまいります。",
        ],
    ),
    "toi_kotae.txt": (
        "generic",
        [
            "answered｜:防災無線が聞こえない地区｜:山あいの三地区が残ってい",
            "answered｜:受信機は一台いくらか。｜:四万五千円である。",
            "answered｜:高齢者だけの世帯に先に配｜:先に配る。名簿は福祉課が",
        ],
    ),
    "unsigned_spaced.txt": (
        "generic",
        [
            "answered｜１１番重松直人:議席番号11番、重松直人｜市長湯浅豊:重松議員の御質問にお答え",
            "answered｜１１番重松直人:取り替えの計画は何年まで｜都市整備部長三好健一:令和十二年度までかかる見",
        ],
    ),
    "words_then_names.txt": (
        "generic",
        [
            "answered｜委員平田:滞納の額はいくらか。｜税務課長:一億二千万円である。",
            "answered｜委員平田:前年と比べてどうか。｜税務課長:八百万円減った。",
            "answered｜委員宮下:差押えは何件か。｜税務課長:四十五件である。",
        ],
    ),
}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_exchanges(name: str) -> None:
    """Who asked what and who answered, in every spelling of speaker lines; nobody in files without speakers."""
    layout, found = EXPECTED[name]
    assert read(name)[0] == layout
    assert lines(read(name)[1]) == found


@pytest.mark.parametrize("name", [n for n in EXPECTED if n.startswith("hostile")])
def test_hostile_files_are_flagged(name: str) -> None:
    """Vote tables, transcripts without speakers, mixed columns and one member's words are plain text, and say so."""
    _, minutes = read(name)
    assert not minutes.utterances
    assert "発言者を判別できない" in minutes.warnings[-1]


def test_explanation_names_the_marks() -> None:
    """`--explain` shows the winner first and the marks that speak for it."""
    (name, evidence), *others = explain(document("tags_mixed.txt"))
    assert name == "dialogue"
    assert "7か所" in evidence.reasons[0]
    assert all(evidence.score >= other.score for _, other in others)


def test_pages_and_page_breaks() -> None:
    """A page number in mid-sentence is no speech, and the sentence is whole."""
    _, minutes = read("pdf_wrapped.txt")
    assert "来年の春に二名を採用し" in minutes.exchanges[0].answer_text
    assert "８" not in minutes.exchanges[0].answer_text


def test_words_with_a_blank_amid_a_sentence_are_two_columns() -> None:
    """The text of a page of two columns read line by line carries no dialogue, however clear its marks are."""
    halved = next(iter(read_documents(READINGS / "hostile_columns_halved.txt")))
    reasons = dict(explain(halved))["verbatim"].reasons
    assert reasons[-1] == "行の73%が一つの空きで二つの文に分かれる（段組みが一行に並んだ文か）"
