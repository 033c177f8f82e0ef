"""A kind is never stronger than the words: what is open, felt, guessed or how something is run is no deed and no promise."""

from __future__ import annotations

import pytest

from chat.commitment_clauses import statements


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "駐輪場の再編につきましては、隣の会社と協議をしているということなので、まだお話しできません。",
            ["検討"],
        ),
        ("中身については、まだ検討の段階です。", ["検討"]),
        ("訓練を一緒にできないかというところで、町としても今考えているところでございます。", ["検討"]),
        ("時期については、これから詰めるという形になろうかと思います。", ["検討"]),
        ("その部分の検討を来年度やっていきたいというところでございます。", ["検討"]),
        ("どういう形がいいのかというのは、これからの検討にしたいと思っております。", ["検討"]),
        ("時期を延ばすことの検討も町ではやってまいりました。", ["検討"]),
        ("新しい機種は、今後の調査や研究の対象とさせていただきたいと考えております。", ["研究"]),
        ("今、地元の皆さんと直接の話合いを行っております。", ["検討"]),
        ("どんな形が一番なのか、それについては追求してまいりたいと考えております。", ["検討"]),
        ("時期は未定で、今後考えていきたいというところでご説明したところでございます。", ["検討"]),
    ],
)
def test_what_is_open_stays_open(text: str, kinds: list[str]) -> None:
    """Talks, what is thought of and what is still to be settled, in the words of speech."""
    assert [one.kind for one in statements(text)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("実際には無理かなというような感じがいたします。", []),
        ("入口となった窓口がその後も見ていくというのが妥当な線かなと思っています。", []),
        ("相手先をほかにも見つけていくということが大事かと思います。", []),
        ("新しい取組は、これから始まっていくと思っております。", []),
        ("詳しい資料がない段階でお話しするのは非常に難しいと思います。", []),
        ("一つの制度だけでは対応できない状況が広がっていることが挙げられます。", []),
        ("健診の結果を見て、その先は医師のほうで判定をいたします。", []),
        ("その団体がそういう道をつくったというようなものでございます。", []),
        ("そうした変化にきちんと市としては対応していくということでございます。", ["その他"]),
        ("今は担当の課で対応すべき段階という形で考えております。", []),
        ("住宅課長の森と申します。", []),
        ("倒れた方は、お店の皆さんに見守っていただいていたということはございます。", []),
        ("毛布が棚に触れ、器が床に落ちて壊れたものと確認しております。", []),
        ("条例第五条は、市長が認定することができる旨を定めております。", []),
        ("内部の検討につきましては行っておりません。", ["その他"]),
        ("世代の交流を図っていただくということで今回計画したものでございます。", ["実施する"]),
        ("窓口をやめるというところは考えておりません。", ["その他"]),
        ("今の案を撤回することは考えておりません。", ["その他"]),
    ],
)
def test_no_more_than_is_said(text: str, kinds: list[str]) -> None:
    """Feelings, guesses, what others do; a duty to answer changes is an attitude; an end that is not planned is how things stand."""
    assert [one.kind for one in statements(text)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("保管の費用を町が毎年お支払いさせていただいているところでございます。", ["実施済"]),
        ("避難先を少しずつ増やしてきたというところで現状に至っているところでございます。", ["実施済"]),
        ("町内会をできるだけ網羅して、御説明に行っているところでございます。", ["実施済"]),
        ("窓を割った件では、損害の賠償に応じております。", ["実施済"]),
        ("催しの案内をホームページにアップし、情報の発信に努めております。", ["実施済", "その他"]),
        (
            "今回は地質の調査を行いますが、深さ五メートルまで土の採取を行ってまいります。",
            ["検討", "実施する"],
        ),
    ],
)
def test_deeds_in_polite_words(text: str, kinds: list[str]) -> None:
    """させて behind a polite noun belongs to する; a clause in ますが weakens nothing that is promised behind it."""
    assert [one.kind for one in statements(text)] == kinds
