"""Settings: read once, at the edge, from the environment (`KAIGIROKU_…`) or a `.env` file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from chat.limits import LARGEST_FILE_MIB
from corpus.errors import SettingsError


def default_store() -> Path:
    """The folder for a store in the user's data directory (XDG on Linux, Application Support, AppData)."""
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    return base / "kaigiroku"


class Settings(BaseSettings):
    """All settings with their defaults; each is set by the environment variable `KAIGIROKU_` + its name.

    `KAIGIROKU_DEBUG` is none of them: it makes the command log to standard error from its first step, before settings are read.
    """

    model_config = SettingsConfigDict(env_prefix="KAIGIROKU_", env_file=".env", extra="ignore")

    store: Path = Field(default_factory=default_store)
    encoder: str = "bundled"
    """`bundled`, `none`, a hub name or the folder of a sentence-transformers model."""
    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=0, le=65535)
    public_url: str = ""
    """Address by which others reach the server (http://minutes.example:7860), for links in what assistants get."""
    max_file_mib: int = Field(default=LARGEST_FILE_MIB, ge=1)
    """Largest file that `add` and the upload read, in MiB (`max_file_bytes`: in bytes)."""
    url_import: bool = False
    """Whether `add` and the tab 資料 take https addresses. Off: the program asks nothing of any network."""
    url_timeout_s: float = Field(default=180.0, gt=0, le=3600)
    """Seconds for one document from an address, with all its redirects."""
    synonyms: Path | None = None
    """A file of synonyms of one's own (one group a line, words divided by commas), added to the shipped one."""

    llm_base_url: str = ""
    """Address of an OpenAI-compatible endpoint (http://127.0.0.1:11434/v1); empty: answers are quotations only."""
    llm_model: str = ""
    llm_api_key: SecretStr = SecretStr("")
    llm_timeout_s: float = Field(default=30.0, gt=0, le=600)
    """Seconds for a whole answer of the model; after that the quotations are given."""
    requests_per_minute: int = Field(default=600, ge=0)
    """Requests to the API that one caller (token or address) may make in a minute; 0: any number."""

    @property
    def max_file_bytes(self) -> int:
        """Largest file that is read, in bytes."""
        return self.max_file_mib * 2**20

    @property
    def address(self) -> str:
        """The address at which a server of these settings is reached: as set, else from this machine."""
        return self.public_url or f"http://{shown_host(self.host)}:{self.port}"


def load_settings(**overrides: object) -> Settings:
    """Settings from the environment with `overrides` on top (None is ignored).

    Raises:
        SettingsError: a value that makes no sense, with the name of the setting.
    """
    given = {key: value for key, value in overrides.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]  # pydantic checks the values
    except ValidationError as error:
        first = error.errors()[0]
        name = "KAIGIROKU_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(
            f"設定 {name} の値が正しくありません: {first['input']!r}", first["msg"]
        ) from error


def shown_host(host: str) -> str:
    """The host as it is written in an address that a browser on this machine opens."""
    if host in ("0.0.0.0", "::", ""):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
