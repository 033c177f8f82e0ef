"""The API holds to its own description: examples fit the forms, generated requests get documented answers and never a 5xx."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import chat_fake
import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings

from chat.api.app import create_app
from chat.api.examples import EXAMPLES
from chat.service import Service
from chat.settings import Settings

schemathesis = pytest.importorskip("schemathesis")
jsonschema = pytest.importorskip("jsonschema")

ROUTES = {
    "POST /api/ask", "POST /api/ask/stream", "GET /api/search", "GET /api/sources", "GET /api/exchanges/{exchange_id}",
    "GET /healthz", "GET /readyz", "GET /metrics", "POST /api/compare", "POST /api/brief", "POST /api/check",
    "GET /api/commitments", "GET /api/commitments.csv", "GET /api/commitments.xlsx", "GET /v1/models",
    "POST /v1/chat/completions", "GET /api/sources/{source_id}/inspection",
}  # fmt: skip


def described(service: Any) -> dict[str, Any]:
    spec: dict[str, Any] = create_app(service, page=False).openapi()
    return spec


def test_every_route_has_examples() -> None:
    """Of its body, its parameters and its answer; the answer's fits the form that is described."""
    spec = described(chat_fake.service())
    operations = {
        f"{method.upper()} {path}": operation
        for path, methods in spec["paths"].items()
        for method, operation in methods.items()
    }
    assert set(operations) >= ROUTES
    for name, operation in operations.items():
        for parameter in operation.get("parameters", []):
            assert "examples" in parameter["schema"] or "example" in parameter or "examples" in parameter, (
                name, parameter["name"],
            )  # fmt: skip
        for body in operation.get("requestBody", {}).get("content", {}).values():
            form = spec["components"]["schemas"][body["schema"]["$ref"].rpartition("/")[2]]
            jsonschema.validate(form["examples"][0], {**form, "components": spec["components"]})
        for kind, answer in operation["responses"]["200"].get("content", {}).items():
            if kind == "application/json" and name in EXAMPLES:
                jsonschema.validate(answer["example"], {**answer["schema"], "components": spec["components"]})


@pytest.mark.parametrize(
    ("method", "path", "status", "allow"),
    [
        ("GET", "/api/ask", 405, "POST"),
        ("PUT", "/api/search", 405, "GET"),
        ("DELETE", "/v1/chat/completions", 405, "POST"),
        ("POST", "/healthz", 405, "GET"),
        ("PATCH", "/metrics", 405, "GET"),
        ("GET", "/api/nothing", 404, None),
        ("GET", "/v1/nothing", 404, None),
        ("GET", "/api", 404, None),
    ],
)
def test_wrong_paths_and_methods(method: str, path: str, status: int, allow: str | None) -> None:
    """Told as problems that say which methods there are."""
    client = TestClient(create_app(chat_fake.service(), page=False))
    response = client.request(method, path)
    assert (response.status_code, response.headers.get("allow")) == (status, allow)
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == status
    assert any("ぁ" <= char <= "ん" for char in response.json()["detail"])


def test_too_large_is_a_problem_for_every_program() -> None:
    """413 of /v1 too has the form of errors, not plain text."""
    client = TestClient(create_app(chat_fake.service(), page=False))
    response = client.post("/v1/chat/completions", content=b"x" * (2 << 20))
    assert (response.status_code, response.headers["content-type"]) == (413, "application/problem+json")


def test_lists_come_in_pages() -> None:
    """`next` leads through all hits without a gap or a double; documents by limit and offset."""
    client = TestClient(create_app(chat_fake.service(), page=False))
    found, offset = [], 0
    while offset is not None:
        page = client.get("/api/search", params={"q": "何もない", "k": 1, "offset": offset}).json()
        found += [hit["exchange_id"] for hit in page["hits"]]
        offset = page["next"]
    whole = client.get("/api/search", params={"q": "何もない", "k": 100}).json()
    assert found == [hit["exchange_id"] for hit in whole["hits"]]
    assert len(set(found)) == len(found) >= 3
    assert whole["next"] is None
    sources = client.get("/api/sources").json()
    second = client.get("/api/sources", params={"limit": 1, "offset": 1}).json()
    assert second == {"total": sources["total"], "sources": sources["sources"][1:2]}


def checks() -> list[Any]:
    """No 5xx, no status, kind or form of answer that is not described. (Which dates are dates the description does not say.)"""
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi import checks as described

    return [
        not_a_server_error,
        described.status_code_conformance,
        described.content_type_conformance,
        described.response_schema_conformance,
        described.response_headers_conformance,
        described.allow_header_conformance,
    ]


def attack(service: Service, examples: int) -> None:
    """Generated requests, valid and not, to every route."""
    schema = schemathesis.openapi.from_asgi("/openapi.json", create_app(service, page=False))
    count, wanted = 0, checks()
    for result in schema.get_all_operations():
        operation = result.ok()

        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def one(case: Any) -> None:
            nonlocal count
            count += 1
            case.call_and_validate(checks=wanted)

        given(case=operation.as_strategy())(one)()
    assert count >= examples


def test_generated_requests_in_short(sample_store: Path) -> None:
    """A few for each route, over the real record."""
    attack(Service.open(Settings(store=sample_store)), 4)


@pytest.mark.slow
def test_generated_requests(sample_store: Path) -> None:
    """Many for each route."""
    attack(Service.open(Settings(store=sample_store)), 60)
