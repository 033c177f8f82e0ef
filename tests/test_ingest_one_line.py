"""A record that lost all its line ends is read in time that grows with its length."""

from __future__ import annotations

from pathlib import Path

from soon import growth

from corpus.types import Minutes
from ingest.parse import parse
from ingest.quality import quality
from ingest.readers import read_documents

SPEECHES = (
    "○議長（山田太郎君）　これより質問を行います。"
    "◆3番（川口花子君）　備蓄の食料は何日分ありますか。"
    "◎総務部長（木村茂君）　食料は三日分を備えております。"
)
SPEECHES_MANY = 400
"""Of four times as many (120,000 characters) the time is 4 to 5.4 times as long. When each label was sought for in the whole line, 300,000 took
17 s where they otherwise took 2: these would be 9 times as long."""


def test_a_day_on_one_line_takes_no_minutes(tmp_path: Path) -> None:
    """An export of a day or a year may be one line; every exchange of it is found."""

    def day(many: int) -> Minutes:
        return read(tmp_path, "令和6年3月5日　青葉市議会定例会　" + SPEECHES * many)

    assert growth(day, SPEECHES_MANY, 4) < 7
    minutes = day(SPEECHES_MANY)
    assert len(minutes.exchanges) == SPEECHES_MANY
    assert minutes.exchanges[-1].answers[0].speaker.name == "木村茂"


def read(folder: Path, text: str) -> Minutes:
    """The one meeting of a text."""
    path = folder / "day.txt"
    path.write_text(text, encoding="utf-8")
    (minutes,) = parse(next(iter(read_documents(path))), path.name)
    return minutes


HEADED = (
    "あさひ市議会　平成10年10月臨時会　1      ◎開会の宣告 ◯議長(沖 守君) おはようございます。これより臨時会を開会いたします。"
    "   ───────────────── 2      ◎議案の質疑 ◯議長(沖 守君) これより議案第5号の質疑を行います。川辺ゆき君。 "
    "3 ◯3番(川辺ゆき君) 市道の名前について、町名の「−−−−−−−−」という部分を改めるのはなぜでしょうか。 4 ◯議長(沖 守君) 早川建設部長。 "
    "5 ◯建設部長(早川 実君) 読み方を間違える方が多かったためでございます。 6 ◯議長(沖 守君) 以上で質疑を終結いたします。"
    "               −−−−−−−−−−−− 7      ◎閉会の宣告 ◯議長(沖 守君) これにて閉会いたします。"
)


def test_headings_and_rules_are_no_speech_and_struck_words_are(tmp_path: Path) -> None:
    """The rules and the headings with their numbers stand between the speeches; a row of dashes in 「」 is what was struck from one."""
    minutes = read(tmp_path, HEADED)
    assert [u.text for u in minutes.utterances] == [
        "おはようございます。これより臨時会を開会いたします。",
        "これより議案第5号の質疑を行います。川辺ゆき君。",
        "市道の名前について、町名の「−−−−−−−−」という部分を改めるのはなぜでしょうか。",
        "早川建設部長。",
        "読み方を間違える方が多かったためでございます。",
        "以上で質疑を終結いたします。",
        "これにて閉会いたします。",
    ]
    assert quality(minutes).placed == 1.0


UNSEATED = (
    "あさひ市議会　平成26年6月定例会 ○議長(沖 守君) これより質疑を行います。  川辺ゆき君。    (川辺ゆき君 登壇) "
    "○川辺ゆき君 市役所の耐震の調べについて、結果はいつごろ出るのでしょうか。 ○議長(沖 守君) 早川総務部長。 "
    "○総務部長(早川 実君) 年が明けた一月ごろになる見込みでございます。 ○川辺ゆき君 わかりました。結果は市民に知らされるのでしょうか。 "
    "○総務部長(早川 実君) 市報に載せてまいります。 ○議長(沖 守君) 以上で質疑を終わります。本日はこれにて散会いたします。"
)


def test_who_was_called_once_goes_on_without(tmp_path: Path) -> None:
    """○川辺ゆき君 behind the officer's words is a label as it was behind the call; the words stood in the reply."""
    minutes = read(tmp_path, UNSEATED)
    assert [(e.question_text[-9:], e.answer_text[-9:]) for e in minutes.exchanges] == [
        ("出るのでしょうか。", "込みでございます。"),
        ("れるのでしょうか。", "載せてまいります。"),
    ]
