"""Readers: one file a format; `read_documents` chooses by content."""

from ingest.readers.limits import Limits
from ingest.readers.registry import SUPPORTED, read_bytes, read_documents, supported

__all__ = ["SUPPORTED", "Limits", "read_bytes", "read_documents", "supported"]
