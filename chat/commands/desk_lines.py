"""What the commands of the desk print for people: lines, never JSON."""

from __future__ import annotations

from collections.abc import Iterator

from chat.desk.check_types import ELSEWHERE, Check, contrast_line, never_line
from chat.desk.compare import WORDS, Comparison
from chat.framing import citation_line


def compare_lines(found: Comparison) -> Iterator[str]:
    """A block a town; where nobody named them, those without record in one line."""
    for row in found.towns:
        answered = row.answer if row.status == "answered" else None
        if answered or found.named:
            yield f"■ {row.town}: {WORDS[row.status]}"
            yield f"{answered.text}\n" if answered else ""
    none = [row.town for row in found.towns if row.status != "answered"]
    if none and not found.named:
        yield f"■ {WORDS['no_evidence']}（{len(none)}自治体）: {'、'.join(none)}"


def check_lines(found: Check) -> Iterator[str]:
    """A block a sentence: the sentence, then earlier replies with what agrees and what differs."""
    for sentence in found.sentences:
        if sentence.status == "passed":
            continue
        yield f"● {sentence.text}"
        if sentence.status == "never":
            yield f"   → {never_line(sentence)}"
        first = next((earlier for earlier in sentence.earlier if earlier.elsewhere), None)
        for earlier in sentence.earlier:
            if earlier is first:
                yield f"   〈{ELSEWHERE}〉"
            for citation in earlier.near.citations:
                said = citation.shown.replace("\n", " ")
                line = citation_line(citation.meeting, citation.speaker, citation.role)
                yield f"   {said}（{line}）[{citation.exchange_id}]"
            for contrast in earlier.contrasts:
                yield f"   {'=' if contrast.same else '≠'} {contrast_line(contrast)}"
        yield ""
    answered, never = found.count("answered"), found.count("never")
    yield f"{answered + never}文を確認: 以前の答弁あり {answered}文（うち違いあり {found.differing}文）、{found.never} {never}文"
    if found.cut:
        yield f"残りの{found.cut}文は確認していません。文章を分けてください。"
