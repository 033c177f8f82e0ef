"""Which machines an address may lead to: public ones only, decided by the numbers that the name resolves to.

A name is resolved once and the connection goes to the very number that was checked (`ingest.web.connection`), so that a name
which answers differently a moment later (DNS rebinding) gains nothing. Spellings such as https://0x7f000001/ or
https://127.1/ are numbers to the resolver, so they are checked like any other.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from queue import Empty, SimpleQueue
from threading import Thread

from corpus.errors import FetchError

Address = IPv4Address | IPv6Address

NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
"""Prefixes under which a network without IPv4 reaches IPv4 hosts (RFC 6052, RFC 8215): the last 32 bits are the IPv4 address."""
COMPATIBLE = IPv6Network("::/96")
"""IPv4-compatible addresses (deprecated by RFC 4291)."""
SPECIAL = tuple(
    map(
        ip_network,
        (
            "192.0.0.0/24",
            "192.88.99.0/24",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20",
            "5f00::/16",
            "fec0::/10",
        ),
    )
)
"""Entries of IANA's registries of special-purpose addresses that Python's `is_global` of some versions lets through."""
METADATA = frozenset(
    map(ip_address, ("168.63.129.16", "fd00:ec2::254", "100.100.100.200", "169.254.169.254"))
)
"""Where clouds answer their own machines with keys; the first is a public number, so no other rule covers it."""

Resolver = Callable[[str, int, float], Sequence[Address]]
"""(host, port, seconds) → the numbers of a host; raises FetchError where there are none."""
Refusal = Callable[[Address], str]
"""Why a number may not be connected to; "" where it may."""


def refusal(address: Address) -> str:
    """Why an address is refused: only what is reachable by everybody may be fetched. "" for a public one."""
    if address in METADATA:
        return "クラウドの内部用のアドレスです"
    if address.is_loopback or address.is_unspecified:
        return "このパソコン自身のアドレスです"
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or _nat64(address)
        if inner is not None:
            return refusal(inner)
        if address.sixtofour or address.teredo or address in COMPATIBLE:
            return "IPv4 を包んだ特殊なアドレスです"
    if address.is_link_local:
        return "機器どうしの内部用のアドレスです"
    special = any(address in network for network in SPECIAL)
    if special or address.is_multicast or address.is_reserved or not address.is_global:
        return "庁内などの内部のアドレスです"
    return ""


def _nat64(address: IPv6Address) -> IPv4Address | None:
    return IPv4Address(int(address) & 0xFFFFFFFF) if any(address in prefix for prefix in NAT64) else None


def resolve(host: str, port: int, seconds: float) -> Sequence[Address]:
    """The numbers of a host, in the order in which the system prefers them.

    The system's resolver knows no time limit, so it is asked in a thread that is left behind when it takes too long.
    """
    answer: SimpleQueue[list[Address] | OSError] = SimpleQueue()
    Thread(target=_ask, args=(host, port, answer), daemon=True, name="resolve").start()
    try:
        found = answer.get(timeout=seconds)
    except Empty:
        raise FetchError(
            f"{host} の名前を調べる時間が切れました", "しばらくしてもう一度実行してください"
        ) from None
    if isinstance(found, OSError) or not found:
        raise FetchError(f"{host} が見つかりません", "アドレスとネットワークの接続を確かめてください")
    return found


def _ask(host: str, port: int, answer: SimpleQueue[list[Address] | OSError]) -> None:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        numbers = dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found)
        answer.put([ip_address(number) for number in numbers])
    except (OSError, UnicodeError) as error:
        answer.put(error if isinstance(error, OSError) else OSError(str(error)))
