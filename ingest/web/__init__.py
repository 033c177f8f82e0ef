"""Documents from the web: one address at a time, politely, and never from inside the network. Begin with `importing`.

`addresses` what the user writes, `fetch` one document, by a `connection` that leads where `guard` allows, no more often than `robots` asks.
"""

from ingest.web.addresses import cleaned, read_list
from ingest.web.fetch import Fetcher, WebLimits
from ingest.web.importing import add_addresses

__all__ = ["Fetcher", "WebLimits", "add_addresses", "cleaned", "read_list"]
