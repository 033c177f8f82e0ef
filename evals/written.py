"""What is measured besides when a language model writes: sentences shown and withheld, and how right the withholding is."""

from __future__ import annotations

from collections.abc import Sequence

from evals.corruptions import GOALS


def facts(written: Sequence[tuple[int, int] | None]) -> tuple[tuple[str, str], ...]:
    """(label, value) for the head of a report.

    Args:
        written: `Answer.written` of every question; None where no model was asked.
    """
    asked = [each for each in written if each is not None]
    shown = sum(kept for kept, _ in asked)
    withheld = sum(dropped for _, dropped in asked)
    drops, keeps = mistaken()
    share = f"（{withheld / (shown + withheld):.3f}）" if shown + withheld else ""
    return (
        ("モデルの文で答えた質問", f"{sum(kept > 0 for kept, _ in asked)} / {len(written)}"),
        ("表示した文", str(shown)),
        ("差し控えた文", f"{withheld}{share}"),
        ("照合の誤り（自前の照合集）", f"正しい文の差し控え {drops:.3f}、誤った文の表示 {keeps:.3f}"),
    )


def mistaken() -> tuple[float, float]:
    """False drops and false keeps (of the kinds with a goal) on the project's own verification set."""
    from chat.verification import Verifier
    from evals.verification import measure
    from evals.verification_sets import own_cases

    outcome = measure(own_cases(), Verifier())
    kept = sum(outcome.counts.get(kind, (0, 0))[0] for kind in GOALS)
    total = sum(outcome.counts.get(kind, (0, 0))[1] for kind in GOALS)
    return 1 - outcome.share_kept("true"), kept / total if total else 0.0
