"""Single words of a question of the usual spelling that were typed in kana, as a whole or in part."""

from __future__ import annotations

import pytest

from retriever.analysis import Analyser
from retriever.tokenize import shared_tokenizer

ANALYSER = Analyser(shared_tokenizer())

RECORD = frozenset(
    "医療 医療費 保険 保健 保険証 研修 職員 節約 管理 町民 グレーチング 痛い 底 後 使う コード キャッシュレス フード ドライブ".split()
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("いりょう費は年に何円せつやくできますか", "医療費は年に何円節約できますか"),
        ("マイナほけん証の利用", "マイナ保険証の利用"),
        ("職いんと町民のけんしゅうで教えること", "職員と町民の研修で教えること"),
        ("情報かんりを徹底すると", "情報管理を徹底すると"),
        ("グレチングの点検と広報のＱＲこーど", "グレーチングの点検と広報のＱＲコード"),
        ("キヤツシユレスとフードドラィブの会", "キャッシュレスとフードドライブの会"),
        ("ドラィブの会とメートルの制", "ドライブの会とメートルの制"),
        ("グレチーングの点検とキャッッシュレス", "グレーチングの点検とキャッシュレス"),
        ("フードドラブイの会とドライドブの会", "フードドライブの会とドライドブの会"),
        ("ﾄﾞﾗｨﾌﾞを ﾂｶｳのは どこの かい", "ドライブを つかうのは どこの かい"),
        ("熱を使いたい。そこから、あとは、どうしますか", "熱を使いたい。そこから、あとは、どうしますか"),
        ("くじ引きのてんぐさを配る", "くじ引きのてんぐさを配る"),
        ("生け捕りにしない、と話したか", "生け捕りにしない、と話したか"),
        ("とうふ町の取組を明かしましたか", "とうふ町の取組を明かしましたか"),
    ],
)
def test_words_typed_in_kana_are_read_as_the_record_has_them(typed: str, read: str) -> None:
    """Only what the record does not have as typed, and only words that it has: endings, other words and names stay."""
    assert ANALYSER.spelled(typed, RECORD.__contains__, ()) == read


def test_a_town_s_name_in_kana_is_read_where_it_has_minutes() -> None:
    """のべおか市 leaves no のべ and おか to be looked for."""
    typed = "のべおか市の広報をおしえて"
    assert ANALYSER.spelled(typed, RECORD.__contains__, ("延岡市",)) == "延岡市の広報をおしえて"
    assert ANALYSER.spelled(typed, RECORD.__contains__, ()) == typed


def test_whose_fault_a_thing_is_asks_why() -> None:
    """せいか of 「何のせいか」 is no 成果."""
    assert ANALYSER.spelled("橋の開通が遅れたのは、何のせいか。", {"成果"}.__contains__, ()) == (
        "橋の開通が遅れたのは、なぜか。"
    )
