"""How well the verifier of generated sentences tells true from false: false drops and false keeps by kind of corruption.

True sentences: (a) sentences of replies, rewritten without change of meaning (plain style, digits, calendar years), as a
faithful model writes them; (b) people's summaries of whole replies. False ones: copies of (a) with one thing changed.

Run: `python -m evals.verification [--data ../shared/data] [--sample]`; `--sample` takes the project's own sample minutes.
"""

from __future__ import annotations

import json
import lzma
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chat.dated import dates_in
from chat.quantities import amount
from chat.verification import Evidence, Verifier
from corpus.eras import number
from corpus.sentences import sentences
from corpus.types import Meeting, Municipality, Speaker

if TYPE_CHECKING:
    from chat.service import Service


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with the words it rests on; `kind` is `true`, `summary` or the corruption."""

    kind: str
    sentence: str
    quotes: tuple[str, ...]
    evidence: Evidence


_LEAD = re.compile(
    r"^(?:まず|次に|また|さらに|このため|なお|加えて|あわせて|最後に|こうしたことから|そのため)、"
)
_PLAIN: tuple[tuple[str, str], ...] = (
    (r"ているところで(?:ございます|あります|す)", "ている"),
    (r"(?:ところで)(?:ございます|あります|す)。", "ところである。"),
    (r"まいりたいと考えて(?:おり|い)ます", "いきたいと考えている"),
    (r"まいります", "いく"),
    (r"ております", "ている"),
    (r"ておりません", "ていない"),
    (r"(?:で)(?:ございます|あります)。", "である。"),
    (r"ございません。", "ない。"),
    (r"ありません。", "ない。"),
    (r"ございます。", "ある。"),
    (r"いたしました", "した"),
    (r"しました", "した"),
    (r"いたします", "する"),
    (r"します。", "する。"),
    (r"います。", "いる。"),
    (r"あります。", "ある。"),
)
_COUNTED = re.compile(
    r"([一二三四五六七八九〇十百千万億]+)(?=人|名|件|円|か所|カ所|社|校|台|回|世帯|団体|戸|メートル|トン|％|%|基|施設|事業|市町村|団地|棟)"
)
_ERA_YEAR = re.compile(r"(令和|平成)([元0-9０-９一二三四五六七八九十]{1,3})(?=年)")


def faithful(sentence: str) -> str:
    """The same in plain style, with digits and calendar years."""
    out = _LEAD.sub("", sentence.strip())
    for pattern, plain in _PLAIN:
        out = re.sub(pattern, plain, out)
    out = _COUNTED.sub(lambda m: amount(m[1]) or m[1], out)
    return _ERA_YEAR.sub(_calendar, out)


def _calendar(match: re.Match[str]) -> str:
    year = number(match[2])
    return match[0] if year is None else str(year + (2018 if match[1] == "令和" else 1988))


_NEGATE: tuple[tuple[str, str], ...] = (
    (r"ていない。$", "ている。"), (r"ている。$", "ていない。"), (r"ていく。$", "ていかない。"), (r"ません。$", "ます。"),
    (r"できる。$", "できない。"), (r"した。$", "していない。"), (r"する。$", "しない。"), (r"ではない。$", "である。"), (r"である。$", "ではない。"),
    (r"がある。$", "はない。"), (r"はない。$", "がある。"), (r"ます。$", "ません。"),
)  # fmt: skip
_STRONGER: tuple[tuple[str, str], ...] = (
    (r"を研究(し|する)", r"を検討\1"), (r"検討を(?:進め|行っ|し)て(?:いく|いる)。$", "実施している。"), (r"検討(し|する)", r"実施\1"), (r"研究(し|する)", r"実施\1"),
    (r"していく。$", "した。"), (r"でいく。$", "だ。"), (r"ていく。$", "た。"), (r"に努め(?:ていく|ている|る)。$", "を完了した。"), (r"(?:する)?予定である。$", "した。"),
    (r"する必要がある。$", "した。"), (r"ていきたいと考えている。$", "た。"), (r"たいと考えている。$", "た。"),
)  # fmt: skip
_TOWNS = ("八王子市", "横浜市", "札幌市", "鳥取市", "由布市", "埼玉県")
_INVENTED = (
    "来年度から専任の職員を配置する", "国から高い評価を受けている", "利用者の負担は全額を補助する", "民間企業に運営を委託した",
    "住民説明会で反対の声はなかった",
)  # fmt: skip


def _substituted(rules: Iterable[tuple[str, str]], text: str) -> str:
    for pattern, other in rules:
        if (changed := re.sub(pattern, other, text)) != text:
            return changed
    return ""


def _number(text: str, rng: random.Random) -> str:
    _, rest = dates_in(text)
    places = [m for m in re.finditer(r"\d[\d,.]*", rest) if m.end() - m.start() <= 12]
    if not places:
        return ""
    at = rng.choice(places)
    i = rng.choice([k for k in range(at.start(), at.end()) if text[k].isdigit()] or [at.start()])
    if not text[i].isdigit():
        return ""
    return text[:i] + str((int(text[i]) + rng.randint(1, 8)) % 9 + 1) + text[i + 1 :]


def _date(text: str, rng: random.Random) -> str:
    if match := re.search(r"(?:19|20)\d\d(?=年)", text):
        return text.replace(match[0], str(int(match[0]) + rng.choice((-2, -1, 1, 2))), 1)
    swaps = (
        ("来年度", "今年度"),
        ("今年度", "昨年度"),
        ("昨年度", "一昨年度"),
        ("昨年", "来年"),
        ("本年", "昨年"),
        ("今年", "昨年"),
    )
    return next((text.replace(a, b, 1) for a, b in swaps if a in text), "")


def _town(text: str, rng: random.Random) -> str:
    other = rng.choice(_TOWNS)
    changed = re.sub(r"^(?:本|当)?(?:都|市|区|町|村|県)(?=では|は|といたし|として)", other, text)
    return changed if changed != text else f"{other}では、{text}"


def _speaker(text: str, rng: random.Random) -> str:
    body = text.rstrip("。")
    return rng.choice(
        (
            f"議員は、{body}と述べた。",
            f"監査委員事務局長は、{body}と答弁した。",
            f"委員から、{body}との発言があった。",
        )
    )


CORRUPTIONS: dict[str, Callable[[str, random.Random], str]] = {
    "number": _number,
    "date": _date,
    "town": _town,
    "speaker": _speaker,
    "negation": lambda text, rng: _substituted(_NEGATE, text),
    "strength": lambda text, rng: _substituted(_STRONGER, text),
    "invented": lambda text, rng: f"{text.rstrip('。')}、{rng.choice(_INVENTED)}。",
}
"""What is changed; an empty result: the sentence has nothing of that kind."""


def cases(evidences: Iterable[Evidence], seed: int = 7, per_turn: int = 3) -> Iterator[Case]:
    """True sentences of every turn and their corrupted copies."""
    rng = random.Random(seed)
    for evidence in evidences:
        found = [evidence.text[a:b] for a, b in sentences(evidence.text)]
        fit = [
            s
            for s in found
            if 25 <= len(s) <= 200
            and s.endswith("。")
            and not s.endswith(("ついてでございます。", "ございました。", "か。"))
        ]
        for quote in rng.sample(fit, min(per_turn, len(fit))):
            true = faithful(quote)
            yield Case("true", true, (quote,), evidence)
            for kind, change in CORRUPTIONS.items():
                if (false := change(true, rng)) and false != true:
                    yield Case(kind, false, (quote,), evidence)
            half = len(quote) // 2
            yield Case("quote", true, (quote[:half] + "全面的に" + quote[half:],), evidence)


def summaries(rows: Iterable[dict[str, Any]], key: str, verifier: Verifier) -> Iterator[Case]:
    """People's summaries of replies that are there in full; each rests on the sentences most like it."""
    for row in rows:
        topic = row.get("topic") or ""
        text = (row.get(key) or "").removeprefix(topic).strip()
        if len(row["passage"]) >= 590 or re.search(r"べき|見解|所見|は。$|か。$|求める|を。$|よ。$|？", text):
            continue
        evidence = replace(_evidence(row["passage"]), about=topic)
        for a, b in sentences(text):
            if b - a < 8 or any(d.year or d.bare for d in dates_in(text[a:b])[0]):
                continue  # 「来年度」 of the reply as 「25年度」 cannot be judged without the day of the meeting
            yield Case("summary", text[a:b], best_quotes(text[a:b], row["passage"], verifier), evidence)


def best_quotes(sentence: str, passage: str, verifier: Verifier, most: int = 3) -> tuple[str, ...]:
    """The sentences of `passage` that together hold most of the words of `sentence`."""
    left = set(verifier.reader.read(sentence).words)
    found = [passage[a:b] for a, b in sentences(passage)]
    words = [verifier.reader.read(text).words for text in found]
    out: list[str] = []
    for _ in range(most):
        scores = [sum(len(word) for word in left & have) for have in words]
        if max(scores, default=0) < 2:
            break
        at = scores.index(max(scores))
        out.append(found[at])
        left -= words[at]
    return tuple(out or found[-1:])


_TOKYO = Meeting(Municipality("130001", "東京都", "東京都"), "東京都議会")


def _evidence(text: str) -> Evidence:
    """A reply of the Tokyo assembly (the origin of PoliInfo); office and day are not given."""
    return Evidence(text, Speaker("", "", "executive"), _TOKYO)


def read_pairs(path: Path, source: str) -> list[dict[str, Any]]:
    """The rows of a pairs file whose `source` begins so."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return [
            row
            for line in file
            if f'"{source}' in line and (row := json.loads(line))["source"].startswith(source)
        ]


def sample_evidence(service: Service) -> list[Evidence]:
    """Every executive's turn of the replies that a store holds."""
    return [
        Evidence(
            turn.text,
            turn.speaker,
            stored.meeting,
            about=f"{stored.exchange.topic} {stored.exchange.question_text}",
        )
        for stored in service.exchanges()
        for turn in stored.exchange.answers
        if turn.speaker.side in ("executive", "secretariat")
    ]


def measure(
    found: Iterable[Case], verifier: Verifier
) -> tuple[dict[str, tuple[int, int]], Counter[str], list[tuple[Case, str]]]:
    """Per kind (kept, all); faults of true sentences by kind; the wrong decisions with why."""
    counts: dict[str, list[int]] = {}
    dropped: Counter[str] = Counter()
    wrong: list[tuple[Case, str]] = []
    for case in found:
        faults = verifier.faults(case.sentence, case.quotes, case.evidence)
        row = counts.setdefault(case.kind, [0, 0])
        row[0] += not faults
        row[1] += 1
        true = case.kind in ("true", "summary")
        if true == bool(faults):
            wrong.append((case, "; ".join(f"{f.kind}: {f.detail}" for f in faults)))
            dropped.update({f.kind for f in faults})
    return {kind: (row[0], row[1]) for kind, row in counts.items()}, dropped, wrong


def table(name: str, counts: dict[str, tuple[int, int]]) -> list[str]:
    """Lines of a Markdown table: false drops of true sentences, false keeps of corrupted ones."""
    out = [f"## {name}", "", "| kind | sentences | false drops | false keeps |", "|---|---|---|---|"]
    for kind, (kept, total) in counts.items():
        true = kind in ("true", "summary")
        drop = f"{1 - kept / total:.3f}" if true else ""
        keep = "" if true else f"{kept / total:.3f}"
        out.append(f"| {kind} | {total} | {drop} | {keep} |")
    return [*out, ""]


def main(argv: Sequence[str] | None = None) -> None:
    """Prints the tables."""
    import argparse
    import sys

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--wrong", type=int, default=0, help="wrong decisions shown per kind")
    given = parser.parse_args(argv)
    verifier = Verifier()
    sets: list[tuple[str, list[Case]]] = []
    if given.sample:
        from chat.service import Service
        from chat.settings import load_settings

        sets.append(("store", list(cases(sample_evidence(Service.open(load_settings()))))))
    else:
        dev = read_pairs(given.data / "pairs_dev.jsonl.xz", "poliinfo4")
        sets.append(("PoliInfo-4 replies", list(cases(_evidence(row["passage"]) for row in dev))))
        human = read_pairs(given.data / "pairs_train.jsonl.xz", "poliinfo1")
        sets.append(("PoliInfo-1 summaries", list(summaries(human, "query", verifier))))
        sets.append(("PoliInfo-4 summaries", list(summaries(dev, "answer_summary", verifier))))
    for name, found in sets:
        counts, dropped, wrong = measure(found, verifier)
        sys.stdout.write("\n".join(table(name, counts)) + f"\nfaults in wrong decisions: {dict(dropped)}\n\n")
        shown: Counter[str] = Counter()
        for case, why in wrong:
            shown[case.kind] += 1
            if shown[case.kind] <= given.wrong:
                sys.stdout.write(f"- {case.kind}: {case.sentence}\n  {why or 'kept'}\n  {case.quotes}\n")


if __name__ == "__main__":
    main()
