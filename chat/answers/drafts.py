"""What is made of found exchanges on the way to an answer: each of them read, and the draft of the answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from chat.answers.evidence import Asking, Calibration, Features
from chat.answers.extractive import Scored, Weights
from chat.answers.preference import Preference
from chat.types import Citation, FoundExchange


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is framed as `Answer`; empty text and no citations: refused."""

    text: str = ""
    citations: tuple[Citation, ...] = ()
    confidence: float = 0.0
    features: Features | None = None
    order: tuple[str, ...] = ()
    """Ids of the exchanges that were read, the one that answers best first."""
    other_years: tuple[int, ...] = ()
    """Years of meetings in which something answers about as surely, oldest first; see `chat.answers.reading.other_years`."""
    notes: tuple[str, ...] = ()
    """What is said of an overview: of which meeting it is and how much it shows; empty for any other answer."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One exchange read for a question: the sentences chosen, how sure they answer, and why."""

    found: FoundExchange
    chosen: tuple[Scored, ...]
    features: Features
    confidence: float
    asking: Asking
    """How the question is put; it counts where one town alone is asked, see `Calibration`."""
    preference: float = 0.0
    """How much it is to be preferred to the others, see `chat.answers.preference`."""
    scored: tuple[Scored, ...] = ()
    """All sentences that might be chosen."""

    @property
    def quoted(self) -> str:
        """The words of the sentences chosen."""
        return "".join(item.sentence.text for item in self.chosen)


@dataclass(frozen=True, slots=True)
class Parameters:
    """What is tuned: weights of sentences, of the decision and of the order."""

    weights: Weights = field(default_factory=Weights)
    calibration: Calibration = field(default_factory=Calibration)
    preference: Preference = field(default_factory=Preference)
