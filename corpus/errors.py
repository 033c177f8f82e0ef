"""The error tree. Every error says in one line what happened, and in `hint` what to do next.

KaigirokuError
├── ReadError           a file that cannot be read (empty, encrypted, damaged, image-only, too large …)
├── FetchError          an address that cannot be fetched, or may not be
├── RegisterError       an unknown municipality
├── StoreError          the store on disk: damaged, of a newer schema, not a store
│   ├── StoreLocked     another process is writing
│   └── StoreReadOnly   its folder cannot be written
├── IndexMismatch       the index does not fit the settings (other model, other tokenizer, damaged file)
├── EncoderError        an embedding model that cannot be loaded
├── SettingsError       a setting that makes no sense
├── AnswerError         an answer could not be made (language model endpoint …)
└── GoldError           a gold file that is not of the expected form
"""

from __future__ import annotations


class KaigirokuError(Exception):
    """Base of all errors that a user can do something about; shown as one line at the edge."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def __str__(self) -> str:
        message = str(self.args[0]) if self.args else self.__class__.__name__
        return f"{message}（{self.hint}）" if self.hint else message


class ReadError(KaigirokuError):
    """A file whose text cannot be read."""


class FetchError(KaigirokuError):
    """A document that cannot be fetched from the web, or may not be."""


class RegisterError(KaigirokuError):
    """A municipality that is not in the register."""


class StoreError(KaigirokuError):
    """The store on disk cannot be used."""


class StoreLocked(StoreError):
    """Another process is writing to the store."""


class StoreReadOnly(StoreError):
    """The store can be read at most: its folder cannot be written."""


class IndexMismatch(KaigirokuError):
    """The index was built with other settings, or is damaged; it must be rebuilt."""


class EncoderError(KaigirokuError):
    """An embedding model cannot be loaded."""


class SettingsError(KaigirokuError):
    """A setting is missing or makes no sense."""


class AnswerError(KaigirokuError):
    """No answer could be made."""


class GoldError(KaigirokuError):
    """A gold question file is not of the expected form."""
