"""What the program itself says, in the two languages that it speaks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that is said, in Japanese and in English.

    >>> Saying("質問を入力してください。", "Please type a question.").of(english=True)
    'Please type a question.'
    """

    ja: str
    en: str

    def of(self, english: bool) -> str:
        """In the language of whoever is spoken to."""
        return self.en if english else self.ja
