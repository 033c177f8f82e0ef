"""The words of the page in the two languages of its interface.

The code says everything in Japanese; `words_en.tsv` gives the English of each sentence, one a line: Japanese, tab, English.
`{name}` stands for a value in both. A number that decides over an English plural: `{n} exchange{n:s}`.

What is quoted from the record is never translated; on the English page it stands in elements with `lang="ja"`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from importlib.resources import files
from inspect import isgeneratorfunction
from string import Formatter
from typing import Any, Literal

from chat.framing import date_en, town_name_en
from corpus.eras import find_dates

Language = Literal["ja", "en"]

LANGUAGES: tuple[Language, ...] = ("ja", "en")

_JAPANESE = re.compile(r"[\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff]")
"""A letter of Japanese; ・ is none."""

_current: ContextVar[Language] = ContextVar("language", default="ja")


class _Values(Formatter):
    """Numbers with thousands separators; `{n:s}` is the plural's s."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "s":
            return "" if str(value) == "1" else "s"
        return f"{value:,}" if isinstance(value, int) else str(value)


_VALUES = _Values()


def language() -> Language:
    """The language of the page that is being built or answered for."""
    return _current.get()


@contextmanager
def speaking(chosen: Language) -> Iterator[None]:
    """Everything said inside is said in this language."""
    before = _current.set(chosen)
    try:
        yield
    finally:
        _current.reset(before)


def spoken(chosen: Language, function: Callable[..., Any]) -> Callable[..., Any]:
    """`function` (a generator function too) with all that it says in this language."""
    if not isgeneratorfunction(function):

        @wraps(function)
        def call(*args: Any, **named: Any) -> Any:
            with speaking(chosen):
                return function(*args, **named)

        return call

    @wraps(function)
    def steps(*args: Any, **named: Any) -> Iterator[Any]:
        # Each step may be taken in another context (Gradio takes them in worker threads).
        going = function(*args, **named)
        try:
            while True:
                with speaking(chosen):
                    step = next(going, going)
                if step is going:
                    return
                yield step
        finally:
            going.close()

    return steps


def t(text: str, **values: Any) -> str:
    """`text` in the language of the page, with `values` in the places of their names.

    A sentence without a translation stays Japanese; a test keeps the catalogue whole.
    """
    return _VALUES.vformat(_in_language(text), (), values) if values else _in_language(text)


def translated(text: str) -> str:
    """A finished message (of an error, a warning of reading) in the language of the page: found by the sentence that it was
    made from. What is not in the catalogue stays as it is."""
    if language() == "ja" or text in catalogue():
        return _in_language(text)
    # The hint first: a value at the end of a sentence would take it in.
    if (hinted := _with_hint(text)) != text:
        return hinted
    for pattern, english in _made():
        if match := pattern.fullmatch(text):
            values = {name: _list(value) for name, value in match.groupdict().items()}
            return _VALUES.vformat(english, (), values)
    return text


def _with_hint(text: str) -> str:
    """A message with its hint in brackets (both may have brackets of their own), where both are in the catalogue."""
    for bracket in re.finditer("（", text) if text.endswith("）") else ():
        parts = text[: bracket.start()], text[bracket.end() : -1]
        message, hint = map(translated, parts)
        if message != parts[0] and hint != parts[1]:
            return t("{message}（{hint}）", message=message, hint=hint)
    return text


def _list(value: str) -> str:
    """A value of a message: a day, a sentence or name, or several divided by 、 or ・; towns as the register has them in Latin
    letters."""
    if [(day.start, day.end) for day in find_dates(value)] == [(0, len(value))]:
        return date_en(find_dates(value)[0].iso)
    names = re.split("[、・]", value)
    said = [town_name_en(translated(name)) for name in names]
    whole = all(new != old for new, old in zip(said, names, strict=True))
    return ", ".join(said) if whole else translated(value)


def _in_language(text: str) -> str:
    return text if language() == "ja" else catalogue().get(text, text)


@cache
def catalogue() -> Mapping[str, str]:
    """Japanese to English."""
    lines = (files("chat") / "words_en.tsv").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return dict(pairs)


_NUMBERS = ("n", "number", "page", "year")
"""Values that are numbers: 「質問{number}」 takes no sentence that begins with 質問."""


@cache
def _made() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Sentences with values as patterns, those with most fixed text first."""
    # What has no word of its own around its values ({message}（{hint}）) would take every text for a sentence of its kind.
    with_values = [
        pair
        for pair in catalogue().items()
        if "{" in pair[0] and _JAPANESE.search(re.sub(r"\{\w+\}", "", pair[0]))
    ]
    with_values.sort(key=lambda pair: -len(re.sub(r"\{\w+\}", "", pair[0])))
    return tuple((re.compile(_pattern(japanese), re.DOTALL), english) for japanese, english in with_values)


def _pattern(japanese: str) -> str:
    parts = re.split(r"\{(\w+)\}", japanese)
    return "".join(
        f"(?P<{part}>{r'[0-9,.]+' if part in _NUMBERS else '.+?'})" if i % 2 else re.escape(part)
        for i, part in enumerate(parts)
    )
