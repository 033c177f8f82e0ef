"""A language model behind an OpenAI-compatible endpoint: messages in, JSON of a given form out, piece by piece.

Everything that can go wrong with an endpoint (down, slow, refused, cut off, nonsense) is an `AnswerError` with a reason that
can be shown.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from corpus.errors import AnswerError, SettingsError

if TYPE_CHECKING:
    from chat.settings import Settings

MOST_ANSWER = 40_000
"""Characters of a reply after which it is cut off: a list of twelve sentences with quotations has some 4,000."""

BREAK_AFTER, BREAK_SECONDS = 3, 60.0
"""Failures in a row after which the endpoint is left alone, and for how long: nobody waits for a dead server ten times."""

Messages = list[dict[str, str]]
"""A prompt: `role` and `content` of each message."""

Form = TypeVar("Form", bound=BaseModel)


class Streams(Protocol):
    """A language model, or what stands in for it."""

    def stream(self, prompt: Messages, form: type[BaseModel]) -> Iterator[str]: ...


class Model:
    """The endpoint. Thread-safe."""

    def __init__(self, base_url: str, model: str, api_key: str = "", timeout_s: float = 30.0) -> None:
        """Raises SettingsError where the extra `llm` is not installed."""
        try:
            from openai import OpenAI
        except ImportError as error:
            raise SettingsError(
                "言語モデルを使うための部品（openai）が入っていません",
                "pip install 'kaigiroku-chat[llm]' を実行するか、KAIGIROKU_LLM_BASE_URL を外してください",
            ) from error
        self._client: Any = OpenAI(
            base_url=base_url, api_key=api_key or "none", timeout=timeout_s, max_retries=0
        )
        self._model, self._timeout = model, timeout_s
        self._schema = True
        self._lock = threading.Lock()
        self._failures = 0
        self._rests_until = 0.0

    @classmethod
    def from_settings(cls, settings: Settings) -> Model | None:
        """The endpoint of the settings; None where none is set.

        Raises:
            SettingsError: an address without a model, or the extra `llm` is missing.
        """
        if not settings.llm_base_url:
            return None
        if not settings.llm_model:
            raise SettingsError(
                "言語モデルの名前がありません", "KAIGIROKU_LLM_MODEL にモデル名を設定してください"
            )
        key = settings.llm_api_key.get_secret_value()
        return cls(settings.llm_base_url, settings.llm_model, key, settings.llm_timeout_s)

    def stream(self, prompt: Messages, form: type[BaseModel]) -> Iterator[str]:
        """The reply in pieces, as it comes; streamed, so that a trickle is cut off in time and a flood by length.

        Args:
            prompt: the messages.
            form: what the reply has to be as JSON: asked for by schema where the server can.

        Raises:
            AnswerError: the endpoint failed, was too slow, or broke off.
        """
        if time.monotonic() < self._rests_until:
            raise AnswerError("言語モデルが続けて応答しなかったため、しばらく使いません")
        try:
            with _told():
                yield from self._pieces(prompt, form, time.monotonic() + self._timeout)
        except AnswerError:
            self._failed()
            raise
        with self._lock:
            self._failures = 0

    def _failed(self) -> None:
        with self._lock:
            self._failures += 1
            if self._failures >= BREAK_AFTER:
                self._failures, self._rests_until = 0, time.monotonic() + BREAK_SECONDS

    def _pieces(self, prompt: Messages, form: type[BaseModel], until: float) -> Iterator[str]:
        size, ended = 0, False
        with self._opened(prompt, form, until) as stream:
            for chunk in stream:
                if time.monotonic() > until:
                    raise AnswerError("言語モデルの応答が時間内に終わりませんでした")
                for choice in chunk.choices[:1]:
                    piece = (choice.delta.content if choice.delta else "") or ""
                    size += len(piece)
                    ended = ended or choice.finish_reason is not None
                    yield piece
                if size > MOST_ANSWER:
                    raise AnswerError("言語モデルの応答が長すぎます")
        if not ended:
            raise AnswerError("言語モデルの応答が途中で切れました")

    def _opened(self, prompt: Messages, form: type[BaseModel], until: float) -> Any:
        """The stream; asked again without a schema where the server refuses one, and from then on."""
        import openai

        try:
            return self._create(prompt, form if self._schema else None, until)
        except (openai.BadRequestError, openai.UnprocessableEntityError):
            if not self._schema:
                raise
            stream = self._create(prompt, None, until)
            self._schema = False
            return stream

    def _create(self, prompt: Messages, form: type[BaseModel] | None, until: float) -> Any:
        more: dict[str, Any] = {}
        if form is not None:
            schema = {"name": form.__name__.lower(), "strict": True, "schema": form.model_json_schema()}
            more["response_format"] = {"type": "json_schema", "json_schema": schema}
        left = max(0.1, until - time.monotonic())
        return self._client.with_options(timeout=left).chat.completions.create(
            model=self._model, messages=prompt, temperature=0, stream=True, **more
        )


@contextmanager
def _told() -> Iterator[None]:
    """Says in words that can be shown what the client raises."""
    import httpx
    import openai

    try:
        yield
    except openai.APITimeoutError as error:
        raise AnswerError("言語モデルの応答が時間内にありませんでした") from error
    except openai.APIStatusError as error:
        raise AnswerError(f"言語モデルがエラーを返しました（{error.status_code}）") from error
    except (openai.OpenAIError, httpx.HTTPError, OSError, ValueError) as error:
        raise AnswerError("言語モデルとの通信に失敗しました") from error
    except (AnswerError, GeneratorExit):
        raise
    except Exception as error:  # the client's own transport errors have no common base
        raise AnswerError("言語モデルとの通信が途中で切れました") from error


_FENCED = re.compile(r"\s*```(?:json)?\s*\n(.*)\n\s*```\s*", re.DOTALL)


def parsed(text: str, form: type[Form]) -> Form:
    """A reply that is JSON of the asked form, alone or as one fenced block.

    Raises:
        AnswerError: anything else.
    """
    match = _FENCED.fullmatch(text)
    try:
        return form.model_validate_json(match[1] if match else text)
    except ValidationError as error:
        raise AnswerError("言語モデルの応答が決められた形ではありません") from error
