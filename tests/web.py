"""A built site on a server, in a sub-folder as on many hosts, with the headers it asks for."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FOLDER = "/news/harbour/"


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under FOLDER; elsewhere there is nothing."""

    def translate_path(self, path: str) -> str:
        """The file meant."""
        if not path.startswith(FOLDER):
            return str(Path(self.directory) / "not-there")
        return super().translate_path(f"/{path.removeprefix(FOLDER)}")

    def do_GET(self) -> None:  # the name that the library calls
        """A file; of the icon that browsers ask each host for, there is none to complain of."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """With the site's own."""
        for name, value in headers_of(Path(self.directory)).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""


def headers_of(site: Path) -> dict[str, str]:
    """What the site's file of headers asks for on every page; nothing without one."""
    path = site / "_headers"
    text = path.read_text("utf-8") if path.exists() else ""
    return dict(re.findall(r"^  ([\w-]+): (.*)$", text, re.M))


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of the site's root, which ends in a slash."""
    handler = partial(Handler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}{FOLDER}"
        server.shutdown()
        thread.join()
