"""Files made wrong: seeds of every format, ways to damage them, and a process of its own to read them in.

The process is what a crash of a native library (PDF, XML) takes down, what is timed, and whose memory is limited; the test that
feeds it goes on and knows which input it was. Every input follows from its number alone.
"""

from __future__ import annotations

import gzip
import io
import json
import lzma
import multiprocessing
import os
import random
import resource
import time
import traceback
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

SECONDS_MAX = 10.0
"""Processor time for one input; the clock on the wall is given much more, since machines are shared."""
WALL_MAX = 600.0
MEMORY_MAX = 2 << 30
"""Bytes of address space above what the process has when it begins."""
LONGEST = 60_000
"""Bytes of a text seed that are taken, from any place in it: what is in the whole is in its parts, and parts are quick."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A good file."""

    name: str
    data: bytes


def own_seeds(folder: Path) -> list[Seed]:
    """One or more of every format, of our own making."""
    seeds = [Seed(path.name, path.read_bytes()) for path in sorted(folder.iterdir()) if path.is_file()]
    lines = [
        {"municipality": "青葉台市", "meeting": "定例会", "date": "2024-06-03", "speaker": who, "text": text, "order": n}
        for n, (who, text) in enumerate((("１番（佐藤花子君）", "橋は直りますか。"), ("総務部長（高橋次郎君）", "直します。")))
    ]  # fmt: skip
    jsonl = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()
    diet = {"meetingRecord": [{"session": 213, "nameOfHouse": "衆議院", "date": "2024-03-07", "speechRecord": [{"speechOrder": 1, "speaker": "山田", "speech": "○山田委員長　開会します。"}]}]}  # fmt: skip
    net = {
        "tenant_minutes": [
            {
                "title": "名簿",
                "body": "<pre>○議長（山田）　開会します。\n○１番（谷）　橋は直りますか。\n</pre>",
            }
        ]
    }
    text = "令和6年第2回定例会\n○議長（山田君）　開会します。\n○１番（谷君）　橋は直りますか。\n○部長（川君）　直します。\n"
    tei = '<?xml version="1.0"?><TEI><text><body><u who="#a"><note>○山田委員</note><seg>橋は直りますか。</seg></u></body></text></TEI>'
    seeds += [
        Seed("a.xml", tei.encode()),
        Seed("a.jsonl", jsonl),
        Seed("a.json", json.dumps(lines, ensure_ascii=False).encode()),
        Seed("diet.json", json.dumps(diet, ensure_ascii=False).encode()),
        Seed("net.json", json.dumps(net, ensure_ascii=False).encode()),
        Seed("a.csv", "No,質問,回答\n1,\"橋は。\n道は。\",直す。\n2,街灯は。,増やす。\n".encode("cp932")),
        Seed("a.tsv", "No\t質問\t回答\n1\t橋は。\t直す。\n".encode()),
        Seed("a.md", b"# " + text.encode()),
        *(Seed(f"{name}.txt", text.encode(name)) for name in ("cp932", "euc_jp", "utf-16", "iso2022_jp")),
        Seed("a.txt.gz", gzip.compress(text.encode())),
        Seed("a.jsonl.xz", lzma.compress(jsonl)),
        Seed("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument\0".encode("utf-16-le") + bytes(500)),
    ]  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for seed in seeds:
            if len(seed.data) < 20_000:
                archive.writestr(seed.name, seed.data)
    return [*seeds, Seed("a.zip", out.getvalue())]


def real_seeds(shared: Path) -> list[Seed]:
    """The real documents, where they are beside the project."""
    folders = [shared / "seeds", shared / "samples"]
    paths = [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir())]
    return [Seed(path.name, path.read_bytes()) for path in paths if path.suffix != ".tsv"]


def damaged(seeds: Sequence[Seed], number: int) -> Seed:
    """Input `number`: a seed, a piece of it, changed in one to twenty places; of Office files often inside the container."""
    rng = random.Random(number)
    seed = rng.choice(seeds)
    other = rng.choice(seeds).data
    data = seed.data
    if rng.random() < 0.7:
        if data.startswith(b"PK"):
            return Seed(seed.name, _inside(data, other, rng))
        if data.startswith(b"\x1f\x8b"):
            return Seed(seed.name, gzip.compress(_changed(gzip.decompress(data), other, rng)))
        if data.startswith(b"\xfd7zXZ"):
            return Seed(seed.name, lzma.compress(_changed(lzma.decompress(data), other, rng)))
    if len(data) > LONGEST and not data.startswith((b"PK", b"%PDF")):
        start = rng.randrange(len(data) - LONGEST)
        data = data[start : start + LONGEST]
    name = seed.name if rng.random() < 0.95 else rng.choice(seeds).name
    return Seed(name, _changed(data, other, rng))


def _inside(data: bytes, other: bytes, rng: random.Random) -> bytes:
    """A ZIP whose files are changed and packed anew, so that the change reaches their readers."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        members = [member for member in old.infolist() if member.file_size]
        chosen = rng.sample(members, min(len(members), rng.randint(1, 2)))
        for member in members:
            content = old.read(member)
            new.writestr(member.filename, _changed(content, other, rng) if member in chosen else content)
    return out.getvalue()


_WORDS = (
    b"\x00", b"\xff\xff\xff\xff", b"\n", b"\t", b"<", b">", b"</", b'"', b"{", b"[" * 60, b"<td rowspan=500 colspan=500>", b"<table>",
    b"99999999999", b"-1", b"0", b"A1:XFD1048576", b"<w:tbl><w:tr>", b"<w:gridSpan w:val='500'/>", b"&#0;", b"&x;", b"<!DOCTYPE a [<!ENTITY x 'y'>]>",
    "○議長（".encode(), "◆".encode(), "【".encode() * 50, "答".encode(), "（".encode() * 300, "問１".encode(), "ー".encode() * 200, "\u3000".encode() * 500,
    "令和".encode(), b" " * 2000, b"1,2," * 200, b"|" * 100, b"stream", b"endobj", b"/Length 9999999", b"<<", b"/Kids[1 0 R]",
)  # fmt: skip


def _changed(data: bytes, other: bytes, rng: random.Random) -> bytes:
    for _ in range(rng.choice((1, 1, 2, 3, 5, 20))):
        start = rng.randint(0, len(data))
        end = min(len(data), start + rng.choice((1, 1, 4, 30, 400)))
        match rng.randrange(7):
            case 0:
                data = data[:start] + data[end:]
            case 1:
                data = data[:start] + rng.choice(_WORDS) + data[start:]
            case 2:
                data = data[:start] + rng.choice(_WORDS) + data[end:]
            case 3:
                data = data[:end] + data[start:end] * rng.choice((1, 2, 50)) + data[end:]
            case 4:
                data = data[:start] + rng.randbytes(end - start) + data[end:]
            case 5:
                place = rng.randint(0, len(other))
                data = data[:start] + other[place : place + rng.choice((20, 400, 4000))] + data[start:]
            case _:
                data = (
                    data[:start] if rng.random() < 0.1 else data[:start] + data[end : end + 1] + data[start:]
                )
    return data


def read(seed: Seed) -> str:
    """Reads a file as `add` does, to its passages; "read" or "refused". What it raises besides ReadError is a defect."""
    from corpus.errors import ReadError
    from corpus.spans import text_at
    from ingest.parse import parse
    from ingest.passages import passages_of
    from ingest.readers import read_bytes

    try:
        for document in read_bytes(seed.data, seed.name):
            for minutes in parse(document, "k"):
                assert not [warning for warning in minutes.warnings if "一致しない" in warning]
                for exchange in minutes.exchanges:
                    for passage in passages_of(exchange):
                        assert text_at(document.text, passage.spans) == passage.text
    except ReadError as error:
        return "refused" if "\n" not in str(error) else f"an error of several lines: {error}"
    return "read"


def _most_memory() -> int:
    """Bytes that this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _work(pipe: Connection, seeds: Sequence[Seed]) -> None:
    held = _most_memory()
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY_MAX + (1 << 30), resource.RLIM_INFINITY))
    while (number := pipe.recv()) is not None:
        seed = damaged(seeds, number)
        started = time.process_time()
        try:
            outcome = read(seed)
        except BaseException:
            outcome = traceback.format_exc(limit=-6)
        spent = time.process_time() - started
        # What the process had when it was forked off (a whole run of tests) is not the reader's.
        memory = max(0, _most_memory() - held)
        pipe.send((outcome, seed.name, spent, memory))


@dataclass(slots=True)
class Tally:
    """What came of the inputs."""

    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    memory: int = 0


class Reading:
    """The process that reads; started anew after a crash or a hang."""

    def __init__(self, seeds: Sequence[Seed]) -> None:
        """`seeds` as the inputs are made of."""
        self._seeds = seeds
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("fork")
        self._pipe, there = context.Pipe()
        self._process = context.Process(target=_work, args=(there, self._seeds), daemon=True)
        self._process.start()
        there.close()

    def close(self) -> None:
        """Ends the process."""
        self._process.kill()
        self._process.join()

    def _answers(self) -> bool:
        """Waits for an answer while the process has time left: its own, since a shared machine may give it little."""
        begun, spent = time.monotonic(), self._spent()
        while not self._pipe.poll(1.0):
            if self._spent() - spent > 2 * SECONDS_MAX or time.monotonic() - begun > WALL_MAX:
                return False
        return True

    def _spent(self) -> float:
        """Processor seconds of the process so far; 0 once it is gone."""
        try:
            fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def run(self, numbers: Sequence[int], tally: Tally) -> Iterator[str]:
        """Reads the inputs and yields a line for each that went wrong."""
        for number in numbers:
            self._pipe.send(number)
            if not self._answers():
                yield f"input {number} ({damaged(self._seeds, number).name}): no end after {2 * SECONDS_MAX:.0f} s"
                self.close()
                self._start()
                continue
            try:
                outcome, name, spent, memory = self._pipe.recv()
            except EOFError:
                self._process.join()
                yield f"input {number} ({damaged(self._seeds, number).name}): crashed, status {self._process.exitcode}"
                self._start()
                continue
            tally.slowest, tally.memory = max(tally.slowest, spent), max(tally.memory, memory)
            tally.read += outcome == "read"
            tally.refused += outcome == "refused"
            if outcome not in ("read", "refused"):
                yield f"input {number} ({name}): {outcome}"
            elif spent > SECONDS_MAX:
                yield f"input {number} ({name}): {spent:.1f} s"
