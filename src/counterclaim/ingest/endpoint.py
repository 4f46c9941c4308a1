"""Asks a chat endpoint that the user named (the OpenAI-compatible form) one question. Nothing is asked of any other address.

Needs httpx2, from the `llm` extra. Times are in seconds, for the whole answer; an answer is at most LARGEST bytes.
"""

from __future__ import annotations

import time
from typing import Any

import msgspec

from counterclaim.errors import EndpointError

LARGEST = 2_000_000


class _Message(msgspec.Struct):
    content: str


class _Choice(msgspec.Struct):
    message: _Message


class _Reply(msgspec.Struct):
    choices: list[_Choice]


def ask(question: str, *, address: str, model: str, key: str | None = None, seconds: float = 120.0) -> str:
    """The endpoint's answer. Raises EndpointError, naming the address, where there is none in time or it cannot be read."""
    try:
        import httpx2
    except ImportError as error:
        raise EndpointError("asking a model needs pip install 'counterclaim[llm]'", source=address) from error
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    content = {"model": model, "temperature": 0, "messages": [{"role": "user", "content": question}]}
    try:
        with (
            httpx2.Client(timeout=seconds, follow_redirects=False) as client,
            client.stream("POST", f"{address.rstrip('/')}/chat/completions", json=content, headers=headers) as response,
        ):
            response.raise_for_status()
            data = _read(response, time.monotonic() + seconds, address)
        return msgspec.json.decode(data, type=_Reply).choices[0].message.content
    except (msgspec.DecodeError, IndexError) as error:
        raise EndpointError("gives an answer that cannot be read", source=address) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
        raise EndpointError(f"gives no answer: {str(error) or type(error).__name__}", source=address) from error


def _read(response: Any, deadline: float, address: str) -> bytes:
    """The body, in time and in size: a server that sends a byte a second is a slow one too."""
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if time.monotonic() > deadline:
            raise EndpointError("is too slow", source=address)
        if len(data) > LARGEST:
            raise EndpointError(f"answers with more than {LARGEST:,} bytes", source=address)
    return bytes(data)
