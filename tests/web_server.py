"""A server on this computer that answers as a test says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = b"<!doctype html><title>One</title><p>The bridge at Orl was closed on 3 May 2014."


@dataclass(frozen=True)
class Reply:
    """Status, headers and body; `slowly` writes the body itself, until the client has gone."""

    body: bytes = PAGE
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})
    slowly: Callable[[BaseHTTPRequestHandler], None] | None = None


@dataclass(frozen=True)
class Server:
    """Where it listens, and what it was asked for: (path, user agent)."""

    url: str
    asked: list[tuple[str, str]]

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def serving(replies: Mapping[str, Reply]) -> Iterator[Server]:
    """Answer these paths, and 404 for every other."""
    asked: list[tuple[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, self.headers.get("User-Agent", "")))
            reply = replies.get(self.path, Reply(b"none", 404))
            try:
                _answer(self, reply)
            except OSError:
                self.close_connection = True  # the client has gone, as it should

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield Server(f"http://127.0.0.1:{server.server_port}", asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _answer(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    if reply.slowly is not None:
        reply.slowly(handler)
        return
    handler.send_response(reply.status)
    for name, value in reply.headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(reply.body)))
    handler.end_headers()
    handler.wfile.write(reply.body)
