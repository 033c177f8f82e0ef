"""What a site asks of programs (robots.txt, RFC 9309), and how often it is asked for anything."""

from __future__ import annotations

import time
from collections.abc import Callable

import httpx
from protego import Protego

from corpus.errors import FetchError

AGENT = "KaigirokuChat"
"""The product token that a site's robots.txt may name."""
INTERVAL_S = 1.0
"""Seconds between two requests to a host."""
LONGEST_DELAY_S = 30.0
"""A Crawl-delay beyond this is cut: some sites state hours to keep search engines away, and say by Disallow what is closed."""


class Pace:
    """Keeps requests to a host apart. `clock` and `sleep` are replaced in tests."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._last: dict[str, float] = {}

    def wait(self, host: str, interval: float = INTERVAL_S) -> None:
        """Returns when `host` may be asked again, and notes that it is."""
        if host in self._last:
            left = self._last[host] + interval - self._clock()
            if left > 0:
                self._sleep(left)
        self._last[host] = self._clock()


class Robots:
    """The rules of the sites met so far. `load` gives the status and text of a robots.txt, and raises FetchError."""

    def __init__(self, load: Callable[[httpx.URL], tuple[int, str]]) -> None:
        self._load = load
        self._rules: dict[str, Protego | None] = {}

    def check(self, url: httpx.URL) -> float:
        """Seconds to keep between requests; FetchError where the site does not want this page fetched."""
        site = str(url.copy_with(raw_path=b"/"))
        if site not in self._rules:
            self._rules[site] = self._read(url.copy_with(raw_path=b"/robots.txt"))
        rules = self._rules[site]
        if rules is None:
            return INTERVAL_S
        if not rules.can_fetch(str(url), AGENT):
            raise FetchError(
                f"サイトが自動での取得を断っています（robots.txt）: {url}",
                "ブラウザで保存したファイルを追加してください",
            )
        return max(INTERVAL_S, min(rules.crawl_delay(AGENT) or 0.0, LONGEST_DELAY_S))

    def _read(self, url: httpx.URL) -> Protego | None:
        """None where the site states no rules (4xx); a site that cannot tell them now is not read (RFC 9309, 2.3.1.4)."""
        status, text = self._load(url)
        if 400 <= status < 500:
            return None
        if status != 200:
            raise FetchError(
                f"robots.txt を確かめられません（{status}）: {url}", "しばらくしてもう一度実行してください"
            )
        return Protego.parse(text)
