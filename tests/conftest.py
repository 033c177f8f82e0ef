"""Fixtures that several test modules share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from web_server import Site

    from chat.service import Service

ROOT = Path(__file__).resolve().parent.parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test in the browser that fails is run once more, and named at the end of the run: on a machine that others use as well, a page
    may take seconds for what takes it a moment. What fails twice fails."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """`../shared` with the real documents; the test is skipped where it is absent."""
    shared = ROOT.parent / "shared"
    if not (shared / "seeds").is_dir():
        pytest.skip("../shared (the real documents and their annotation) is not beside the project")
    return shared


@pytest.fixture(scope="module")
def context() -> Iterator[Any]:
    """A real browser, one a test module; the test is skipped where there is none."""
    from chat_browser import chromium, launched

    chromium()
    with launched() as context:
        yield context


@pytest.fixture(scope="module")
def address(service: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page over the `service` of a test module that makes one for all its tests."""
    from chat_browser import chromium, served

    chromium()
    with served(service, tmp_path_factory.mktemp("served")) as address:
        yield address


@pytest.fixture
def page(context: Any, address: str) -> Iterator[Any]:
    """A fresh page; no script may have failed on it, nothing asked of another host."""
    from chat_browser import opened

    with opened(context, address) as (page, seen):
        yield page
        assert (seen.errors, seen.outside) == ([], [])


@pytest.fixture
def service(tmp_path: Path) -> Service:
    """An empty store for the words alone: no model tips the balance. Modules that need another one have their own."""
    from chat.service import Service
    from chat.settings import Settings

    return Service.open(Settings(store=tmp_path / "store", encoder="none"))


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample corpus, read once; tests that change a store make their own."""
    from chat.service import Service
    from chat.settings import Settings
    from corpus.sample import DOCUMENTS

    folder = tmp_path_factory.mktemp("sample-store")
    results = Service.open(Settings(store=folder)).add([DOCUMENTS])
    assert [result.status for result in results] == ["added"] * 5, results
    return folder


@pytest.fixture(scope="session")
def sample_service(sample_store: Path) -> Service:
    """The service over `sample_store`, with the default encoder."""
    from chat.service import Service
    from chat.settings import Settings

    return Service.open(Settings(store=sample_store))


@pytest.fixture(scope="session")
def web_server() -> Iterator[Site]:
    """A running HTTPS server for the tests of fetching."""
    from web_server import running

    with running() as site:
        yield site


@pytest.fixture
def site(web_server: Site) -> Site:
    """The server without pages and requests of earlier tests."""
    web_server.pages.clear()
    web_server.requests.clear()
    return web_server
