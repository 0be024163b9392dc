"""The review page asked without a server or a browser, each header as the test wants it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urljoin

from timeline import store
from timeline.review.app import application
from timeline.review.state import fingerprint

_THREAD = ThreadPoolExecutor(1)  # where a browser test holds this thread's own loop
PORT = 8765
TOKEN = "a-token-for-tests"
HOME = f"http://127.0.0.1:{PORT}"

ARTICLE = """\
---
title: Bridge over the Aller closed
published: 2015-09-25
publisher: The Daily Example
---

The old bridge was closed on Thursday, the harbour office said.

Divers had found cracks in March 2014, and the council voted for repairs on 2 April 2014.

The ferry will run again next week, and the council meets on Monday.
"""

EVENTS = """\
# yaml-language-server: $schema=.events.schema.json
source: bridge
extractor: by hand
events:

- id: aaaa0001
  when: '2015-09-24'
  title: The old bridge was closed
  kind: happened
  status: proposed
  who: []
  where: []
  tags: []
  citations:
  - paragraph: 1
    quote: The old bridge was closed on Thursday
    said: Thursday
  date_from: text

# ask the desk about this one
- id: aaaa0002
  when: '2014-03'
  title: Divers found cracks, and the council voted for repairs
  kind: happened
  status: proposed
  who: [the council]
  where: []
  tags: []
  citations:
  - paragraph: 2
    quote: Divers had found cracks in March 2014, and the council voted for repairs on 2 April 2014
    said: March 2014
  date_from: text
  salience: 0.5

- id: aaaa0003
  when: ''
  title: The ferry will run again
  kind: planned
  status: proposed
  who: []
  where: []
  tags: []
  citations:
  - paragraph: 3
    quote: The ferry will run again next week
    said: next week
  date_from: text
"""

OTHER = """\
---
title: A town and its river
published: 2015-10-01
---

The bridge over the Aller was closed on 24 September 2015.
"""

OTHER_EVENTS = """\
# yaml-language-server: $schema=.events.schema.json
source: river
extractor: by hand
events:

- id: bbbb0001
  when: '2015-09-24'
  title: The bridge over the Aller was closed
  kind: happened
  status: proposed
  who: []
  where: []
  tags: []
  citations:
  - paragraph: 1
    quote: The bridge over the Aller was closed on 24 September 2015
    said: 24 September 2015
  date_from: text
"""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def location(self) -> str:
        """Where it leads."""
        return self.headers.get("location", "")


@dataclass
class Client:
    """A browser's part: requests to the page of one project."""

    root: Path
    allow_private: bool = False
    app: Any = field(init=False)

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """As if the command had been ended and started again."""
        journal = self.root / ".cache" / "timeline-review" / "journal.jsonl"
        sources = self.root / "sources"
        self.app = application(
            sources,
            journal=journal,
            token=TOKEN,
            port=PORT,
            today=lambda: "2026-10-03",
            allow_private=self.allow_private,
        )

    def ask(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str | None] | None = None,
        body: bytes = b"",
    ) -> Answer:
        """One request, `path` from the root on; headers replace those a browser would send."""
        sent = {"host": f"127.0.0.1:{PORT}"}
        if method == "POST":
            sent |= {"origin": HOME, "content-type": "application/x-www-form-urlencoded"}
        all_of_them = {**sent, **(headers or {})}  # None: the browser doesn't send it
        given = {name: value for name, value in all_of_them.items() if value is not None}
        return _THREAD.submit(asyncio.run, _ask(self.app, method, path, given, body)).result()

    def get(self, page: str, **values: str) -> Answer:
        """A page by its name."""
        query = f"?{urlencode(values)}" if values else ""
        return self.ask("GET", f"/{TOKEN}/{page}{query}")

    def post(self, page: str, **values: str) -> Answer:
        """A form, sent."""
        return self.ask("POST", f"/{TOKEN}/{page}", body=urlencode(values).encode())

    def bring(self, *files: tuple[str, bytes], **fields: str) -> Answer:
        """The form that adds articles: (name, bytes) of each file, and the other fields."""
        body, kind = multipart(files, fields)
        return self.ask("POST", f"/{TOKEN}/bring", headers={"content-type": kind}, body=body)

    def follow(self, answer: Answer) -> Answer:
        """The page that an action leads to."""
        assert answer.status == 303, (answer.status, plain(answer.text)[:400])
        return self.ask("GET", urljoin(f"/{TOKEN}/", answer.location))

    def path(self, name: str = "bridge") -> Path:
        """A source's event file."""
        return self.root / "sources" / f"{name}.events.yml"

    def events(self, name: str = "bridge") -> str:
        """The text of an event file."""
        return self.path(name).read_text("utf-8")

    def event(self, number: int, name: str = "bridge") -> Any:
        """An event by its place."""
        return store.load(self.path(name)).record.events[number]

    def seen(self, event_id: str, name: str = "bridge") -> dict[str, str]:
        """What a form of an event's page carries of it."""
        file = store.load(self.path(name))
        at = [event.id for event in file.record.events].index(event_id)
        return {"source": name, "id": event_id, "print": fingerprint(file.blocks[at])}


def multipart(files: Iterable[tuple[str, bytes]], fields: Mapping[str, str]) -> tuple[bytes, str]:
    """A form with files as browsers send it: the body, and the type that names its boundary."""
    parts = [
        b'Content-Disposition: form-data; name="%s"\r\n\r\n%s' % (key.encode(), value.encode())
        for key, value in fields.items()
    ]
    parts += [
        b'Content-Disposition: form-data; name="files"; filename="%s"\r\n'
        b"Content-Type: application/octet-stream\r\n\r\n%s" % (name.encode(), data)
        for name, data in files
    ]
    body = b"".join(b"--between\r\n%s\r\n" % part for part in parts) + b"--between--\r\n"
    return body, "multipart/form-data; boundary=between"


def project(root: Path) -> Client:
    """A project of two sources with four proposals in all."""
    folder = root / "sources"
    folder.mkdir()
    for name, text in (
        *(("bridge.md", ARTICLE), ("bridge.events.yml", EVENTS)),
        *(("river.md", OTHER), ("river.events.yml", OTHER_EVENTS)),
    ):
        (folder / name).write_text(text, "utf-8")
    return Client(root)


def plain(html: str) -> str:
    """What a page says, without its markup."""
    text = re.sub(r"<[^>]+>", " ", html.partition("<main")[2])
    return " ".join(text.split())


async def _ask(app: Any, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
    place, _, query = path.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": place,
        "raw_path": place.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(k.encode(), v.encode()) for k, v in headers.items()],
        "client": ("127.0.0.1", 50_000),
        "server": ("127.0.0.1", PORT),
    }
    sent: list[Any] = []
    messages = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def receive() -> Any:
        return next(messages, {"type": "http.disconnect"})

    async def send(message: Any) -> None:
        sent.append(message)

    await app(scope, receive, send)
    parts = {k.decode(): v.decode() for k, v in sent[0].get("headers", ())}
    text = b"".join(m.get("body", b"") for m in sent[1:]).decode()
    return Answer(sent[0]["status"], parts, text)
