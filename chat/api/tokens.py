"""API tokens: who may use a server that listens on the network. The store's folder keeps their hashes only.

A token is `kgr_<id>_<secret>`; the secret has 256 random bits, so one round of SHA-256 is enough to keep it (nothing can be
guessed). Scopes: `read` asks, searches and opens (also the record and its original in a browser); `edit` also uses the page,
where documents are added and removed.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from filelock import FileLock

from corpus.errors import SettingsError
from corpus.read_only import cannot_write, is_refused

Scope = Literal["read", "edit"]

_FORM = re.compile(r"kgr_([0-9a-f]{8})_([A-Za-z0-9_-]{43})")


@dataclass(frozen=True, slots=True)
class Token:
    """One token as it is kept; `hash` is SHA-256 of the whole token, hexadecimal."""

    id: str
    name: str
    scope: Scope
    hash: str
    created_at: str


class Tokens:
    """The tokens of a store. Every call reads the file, so that a revoked one is refused at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / "tokens.json"

    def all(self) -> list[Token]:
        """All tokens, oldest first.

        Raises:
            SettingsError: the file is damaged.
        """
        try:
            return [Token(**entry) for entry in json.loads(self._path.read_text("utf-8"))]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, TypeError) as error:
            raise SettingsError(
                f"トークンの一覧 {self._path} を読めません",
                "ファイルを消して kaigiroku token create で作り直してください",
            ) from error

    def create(self, name: str, scope: Scope = "read") -> str:
        """A new token; it is shown this once and kept nowhere."""
        id = secrets.token_hex(4)
        token = f"kgr_{id}_{secrets.token_urlsafe(32)}"
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._lock():
            self._save([*self.all(), Token(id, name, scope, _hash(token), now)])
        return token

    def revoke(self, id: str) -> bool:
        """Takes a token away; False where there is none of that id."""
        with self._lock():
            tokens = self.all()
            left = [token for token in tokens if token.id != id]
            if len(left) < len(tokens):
                self._save(left)
        return len(left) < len(tokens)

    def check(self, given: str) -> Token | None:
        """The token that `given` is, compared in constant time; None where it is none."""
        match = _FORM.fullmatch(given)
        if match is None:
            return None
        found = next((token for token in self.all() if token.id == match[1]), None)
        return found if found and hmac.compare_digest(found.hash, _hash(given)) else None

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """Held while the list is changed. Raises StoreReadOnly where the folder cannot be written."""
        lock = FileLock(self._path.with_suffix(".lock"), timeout=10)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except OSError as error:
            if is_refused(error):
                raise cannot_write(self.folder) from error
            raise
        try:
            yield
        finally:
            lock.release()

    def _save(self, tokens: list[Token]) -> None:
        """Whole or not at all, readable by its owner only."""
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".tokens-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump([asdict(token) for token in tokens], file, ensure_ascii=False, indent=1)
        os.replace(name, self._path)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
