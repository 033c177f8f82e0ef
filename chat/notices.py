"""What is said beside the quotations and in their place: what was searched, what is not shown, whose words they are not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chat.framing import town_name_en
from chat.questions.length import LONGEST_READ
from chat.types import Reach
from corpus.errors import SettingsError
from retriever.types import Filter


def reach_ja(reach: Reach) -> str:
    """`5自治体・49件の質疑（2021-03〜2024-03）を検索`; no towns where no record names its own."""
    months = dict.fromkeys((reach.first_date[:7], reach.last_date[:7])) if reach.first_date else {}
    unnamed = [f"うち{reach.unnamed:,}件は自治体名の記載なし"] if reach.towns and reach.unnamed else []
    beside = "、".join(filter(None, ("〜".join(months), *unnamed)))
    period = f"（{beside}）" if beside else ""
    held = f"{reach.exchanges:,}件の質疑" if reach.exchanges else f"{reach.statements:,}件の発言"
    towns = f"{len(reach.towns)}自治体・" if reach.towns else ""
    return f"{towns}{held}{period}を検索"


def nothing_there(filters: Filter, whole: Reach, english: bool) -> str:
    """Says that the conditions leave nothing to search, and how far the record reaches (`whole`): it is no proof that nothing was said."""
    if english:
        span = " to ".join(dict.fromkeys((whole.first_date[:7], whole.last_date[:7])))
        where = ", ".join(filter(None, (towns_en(whole.towns), span)))
        return (
            f"Nothing in the record meets these conditions. Loaded: {whole.exchanges:,} exchanges ({where})."
        )
    held = reach_ja(whole).removesuffix("を検索")
    return f"条件（{describe(filters)}）に当てはまる記録はありません。読み込まれているのは{held}です。"


NOTHING_LOADED = (
    "会議録がまだ読み込まれていません。画面の「資料」か、コマンド kaigiroku add で読み込んでください。"
)
NOTHING_FOUND = "該当する答弁は見つかりませんでした"
NOTHING_FOUND_EN = "The record holds no answer to this."
"""How every refusal begins, in whatever form it is shown."""


def is_refusal(text: str) -> bool:
    """Whether the text of an answer says that nothing was found."""
    return text.startswith((NOTHING_FOUND, NOTHING_FOUND_EN))


def need_minutes(reach: Reach) -> None:
    """Raises SettingsError where nothing is loaded: that nothing was found there says nothing of any record."""
    if reach.empty:
        raise SettingsError(NOTHING_LOADED)


def need_towns(towns: Sequence[str]) -> None:
    """Raises SettingsError where none of the loaded minutes says whose they are: there is no town to choose then."""
    if not towns:
        raise SettingsError(
            "読み込まれている会議録には、どれも自治体名がありません",
            "ファイル名に自治体名を入れて（例: 調布市_定例会.pdf）読み込み直してください",
        )


def not_loaded(towns: Sequence[str], english: bool = False) -> str:
    """Says that towns which were asked for have no minutes loaded; empty where there is none."""
    if english:
        return f"No minutes of {towns_en(towns)} are loaded." if towns else ""
    return f"{'、'.join(towns)}の会議録は読み込まれていません。" if towns else ""


def towns_en(towns: Iterable[str]) -> str:
    """Their names in Latin letters, where the register has them."""
    return ", ".join(map(town_name_en, towns))


def weak_towns(towns: Sequence[str], english: bool) -> str:
    """Says of which towns nothing is shown in an answer across towns, and that this is no proof that they said nothing."""
    if english:
        return f"Not shown, since nothing in their record fits well enough: {towns_en(towns)}."
    return f"{'、'.join(towns)}については、質問によく当てはまる答弁が見つからなかったため示していません。"


def other_office(asked: str, offices: Sequence[str], english: bool) -> str:
    """Says that not the office which is asked for replied, but others."""
    if english:
        return f"Not said by the {asked} named in the question: the reply is by {', '.join(offices)}."
    return f"質問にある{asked}の答弁ではなく、{'、'.join(offices)}の答弁です。"


def no_reply(english: bool) -> str:
    """Says that what is quoted is no reply, where the question did not ask for the words of who asked."""
    if english:
        return "Quoted from the side that asks, not from a reply."
    return "引用は質問した側のことばで、答弁ではありません。"


def asked_anew(question: str, as_it_stands: bool, english: bool) -> str:
    """Says which question was searched for, where what was typed names only another town, time or member; `as_it_stands`: with the member
    put into it, not with other conditions beside it."""
    if english:
        return (
            f"Searched for: “{question}”."
            if as_it_stands
            else f"Asked anew with other conditions: “{question}”."
        )
    return f"「{question}」{'として' if as_it_stands else 'を、条件を替えて'}探しました。"


def in_time(order: str, english: bool) -> str:
    """Says that of the replies which were found the newest or the oldest is shown, or one of each year; empty where none is asked for."""
    if not order:
        return ""
    if order == "each":
        if english:
            return "Of the replies found that fit, one of each year is shown, the oldest first; there may be more."
        return "質問に当てはまる答弁のうち、見つかったものを年に一つずつ、古い順に示しています。ほかにもあるかもしれません。"
    if english:
        return f"Of the replies found that fit, the {order} is shown."
    return f"質問に当てはまる答弁のうち、見つかった中で最も{'新しい' if order == 'newest' else '古い'}ものを示しています。"


def other_years(years: Sequence[int], english: bool) -> str:
    """Says that meetings of other years answer the question too."""
    named = map(str, years)
    if english:
        return f"Meetings of {', '.join(named)} have replies that may fit as well; name a year to see them."
    return (
        f"{'・'.join(named)}年の会議にも、質問に当てはまりそうな答弁があります。年を添えて尋ねると示します。"
    )


def outside_towns(towns: Sequence[str], chosen: Sequence[str], english: bool) -> str:
    """Says that towns which the question names were not searched, since others are chosen."""
    if english:
        return f"{towns_en(towns)}, named in the question, was not searched: the search is narrowed to {towns_en(chosen)}."
    return f"質問にある{'、'.join(towns)}は検索していません。対象が{'、'.join(chosen)}に絞られています。"


def not_in_calendar(days: Sequence[str], english: bool) -> str:
    """Says that dates which the question names are none, so that no answer is taken for one of that day; empty where there is none."""
    if not days:
        return ""
    if english:
        return f"No such date, and not searched for: {', '.join(days)}."
    return f"{'、'.join(f'「{day}」' for day in days)}は暦にない日付なので、この日付では絞り込んでいません。"


def read_in_part(message: str, english: bool) -> str:
    """Says that of a pasted page the two ends were read; empty of a message that was read whole."""
    if len(message) <= LONGEST_READ:
        return ""
    if english:
        return f"Of {len(message):,} characters the first and the last {LONGEST_READ // 2:,} were read. What is asked is found best in a few sentences."
    return f"{len(message):,}字のうち、はじめと終わりの{LONGEST_READ // 2:,}字ずつを読みました。聞きたいことを数行にまとめると、より確かに探せます。"


def index_behind(english: bool) -> str:
    """Says that documents were added or removed which the search does not know yet: that nothing was found says nothing of them."""
    if english:
        return "Documents that were added or removed are not in the search yet: they are being written, or the store cannot be written to."
    return "追加や削除をした資料が、まだ検索に反映されていません（書き込みの途中か、保存フォルダーに書き込めません）。"


def describe(filters: Filter) -> str:
    """The filters in words: 調布市・2024-03-01〜2024-03-31."""
    parts = [*filters.towns]
    parts += [part for part in (filters.prefecture, filters.body, filters.office) if part]
    if filters.since or filters.until:
        parts.append(f"{filters.since}〜{filters.until}")
    return "・".join(parts)
