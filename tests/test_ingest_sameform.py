"""Labels that only their form tells, in documents whose speakers all stand so."""

from __future__ import annotations

import io

import docx

from ingest.parse import parse
from ingest.readers import read_bytes

SAID = (
    ("水谷会長", "それでは、計画の案について説明をお願いします。"),
    ("早川担当長", "資料の１をご覧ください。川沿いの木を十年かけて植え替えるものです。説明は以上です。"),
    ("水谷会長", "ただいまの説明について、質問はありますか。"),
    ("堀江委員", "植え替える木は何本になりますか。"),
    ("早川担当長", "全部で三百二十本を考えております。"),
    ("宇野委員", "大きくなりすぎた木は、切ったあとどうするのですか。"),
    ("島田水守役", "板にしまして、市内の小学校の机に使っていただいております。"),
    ("川辺委員", "川沿いの道が狭いところでは、根が道を持ち上げています。"),
    ("水谷会長", "ほかになければ、この案で進めてよろしいですか。"),
    ("川辺委員", "異議ありません。"),
)


def _document() -> bytes:
    source = docx.Document()
    source.add_heading("令和６年度第１回青葉市水辺のみどり審議会　会議録", 1)
    source.add_paragraph("２　議題　水辺のみどりの計画について")
    for label, words in SAID:
        source.add_paragraph(f"{label}\t{words}")
    out = io.BytesIO()
    source.save(out)
    return out.getvalue()


def test_an_office_nobody_knows_before_a_tab_speaks_for_itself() -> None:
    """島田水守役 replies; his words were the member's above."""
    (document,) = read_bytes(_document(), "審議会.docx")
    (minutes,) = parse(document, "審議会.docx")
    said = [(u.speaker.name, u.speaker.office, u.text.strip()) for u in minutes.utterances]
    assert [words for _, _, words in said] == [words for _, words in SAID]
    assert ("早川", "担当長") in [who[:2] for who in said]
    assert ("島田", "水守役") in [who[:2] for who in said]
    replies = {e.question_text.strip()[:5]: e.answer_text.strip()[:5] for e in minutes.exchanges if e.answers}
    assert replies["大きくなり"] == "板にしまし"
