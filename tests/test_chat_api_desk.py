"""The desk over HTTP: forms of the answers, problems for wrong bodies."""

from __future__ import annotations

import chat_fake
import pytest
from fastapi.testclient import TestClient

from chat.api.app import create_app


@pytest.fixture
def client() -> TestClient:
    return TestClient(create_app(chat_fake.service(), page=False), raise_server_exceptions=False)


def test_compare(client: TestClient) -> None:
    """Protects: an entry a town, in the order asked for; one without minutes has no answer."""
    body = {"question": "備蓄は", "filters": {"town": ["金沢市", "横浜市"]}}
    found = client.post("/api/compare", json=body).json()
    assert [(town["town"], town["status"]) for town in found["towns"]] == [
        ("金沢市", "answered"),
        ("横浜市", "no_minutes"),
    ]
    assert found["towns"][1]["answer"] is None


def test_brief(client: TestClient) -> None:
    """Protects: lines point to citations by marks; a town without minutes is a problem with a sentence."""
    found = client.post("/api/brief", json={"theme": "備蓄", "town": "調布市"}).json()
    quotes = [quote for section in found["sections"] for line in section["lines"] for quote in line["quotes"]]
    assert {quote["mark"] for quote in quotes} == {citation["mark"] for citation in found["citations"]}
    response = client.post("/api/brief", json={"theme": "備蓄", "town": "横浜市"})
    assert (response.status_code, "読み込まれていません" in response.json()["detail"]) == (400, True)


def test_check(client: TestClient) -> None:
    """Protects: a sentence with an earlier reply, one without; a date that is none is refused."""
    text = "備蓄は食料が五日分です。野良猫への補助は行いません。"
    found = client.post("/api/check", json={"text": text}).json()
    assert [sentence["status"] for sentence in found["sentences"]] == ["answered", "never"]
    assert found["sentences"][1]["message"] == "これまでに答弁がない"
    assert client.post("/api/check", json={"text": text, "today": "きょう"}).status_code == 400
    assert client.post("/api/check", json={"text": ""}).status_code == 422
