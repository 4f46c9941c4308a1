"""An endpoint answers, or one sentence says why it did not: refused, broken, slow."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from counterclaim.errors import EndpointError
from counterclaim.ingest.endpoint import ask

Answer = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]


@pytest.fixture
def serve() -> Iterator[Callable[[Answer], str]]:
    """Starts a local endpoint that answers as told -> its address."""
    servers: list[HTTPServer] = []

    def start(answer: Answer) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                answer(self, question)

            def log_message(self, format: str, *args: object) -> None:
                """Says nothing."""

        server = HTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/v1"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def _send(handler: BaseHTTPRequestHandler, body: bytes, *, status: int = 200) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def _say(text: str) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode()


def test_the_answer_to_one_question(serve: Callable[[Answer], str]) -> None:
    address = serve(lambda handler, asked: _send(handler, _say(f"{asked['model']}: {asked['messages'][0]['content']}")))
    assert ask("Well?", address=address, model="small") == "small: Well?"


@pytest.mark.parametrize(
    ("body", "status", "reason"),
    [(b"<html>", 200, "cannot be read"), (b'{"choices": []}', 200, "cannot be read"), (b"", 500, "gives no answer")],
    ids=["no JSON", "no choice", "an error"],
)
def test_a_broken_answer_is_one_sentence(body: bytes, status: int, reason: str, serve: Callable[[Answer], str]) -> None:
    address = serve(lambda handler, _: _send(handler, body, status=status))
    with pytest.raises(EndpointError, match=reason) as caught:
        ask("Well?", address=address, model="small")
    assert str(caught.value).startswith(address)


def test_a_slow_endpoint_is_left(serve: Callable[[Answer], str]) -> None:
    def drip(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        for _n in range(20):
            try:
                handler.wfile.write(b" ")
                handler.wfile.flush()
            except OSError:
                return
            time.sleep(0.1)

    began = time.monotonic()
    with pytest.raises(EndpointError, match="too slow"):
        ask("Well?", address=serve(drip), model="small", seconds=0.5)
    assert time.monotonic() - began < 3


def test_nobody_at_the_address_is_one_sentence() -> None:
    with pytest.raises(EndpointError, match="gives no answer"):
        ask("Well?", address="http://127.0.0.1:9", model="small", seconds=2)
