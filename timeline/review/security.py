"""Who may ask: this machine's own browser, at this address, with the word that was printed.

A page elsewhere can make a browser send requests here: by a form (its Origin tells), or under a
name of its own that leads to this machine (its Host tells). Neither can read the token, which
stands in the address that the command opened. No cookie is set, and none is looked at.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from types import MappingProxyType
from typing import Any

from timeline.intake.article import LIMIT

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

MAX_BODY = 4_000_000
"""Bytes of a form; accepting 5,000 events at once takes some 500,000."""
MAX_UPLOAD = LIMIT + 1_000_000
"""Bytes of a form with files: an original as long as one may be, and what stands around it."""
_DRAINED = 500_000_000  # bytes read and dropped: a browser hears no answer while it still sends
_ROOMY: Mapping[str, int] = MappingProxyType({"bring": MAX_UPLOAD})
_METHODS = ("GET", "HEAD", "POST")
_HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self';"
    " img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # not no-referrer: with that, browsers send no Origin with the page's own forms
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def new_token() -> str:
    """A word that can't be guessed: 192 random bits, in letters fit for an address."""
    return secrets.token_urlsafe(24)


class Guard:
    """Lets an application be asked only as described above, under the path /<token>/."""

    def __init__(self, app: App, *, token: str, port: int) -> None:
        self._app, self._token = app, token.encode()
        names = ("127.0.0.1", "localhost")
        self._hosts = {f"{name}:{port}" for name in names} | (set(names) if port == 80 else set())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or the start and end of the server."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # no web sockets here

        begun = False

        async def guarded(message: MutableMapping[str, Any]) -> None:
            nonlocal begun
            begun = True
            if message["type"] == "http.response.start":
                own = [(k.encode(), v.encode()) for k, v in _HEADERS.items()]
                message["headers"] = [*message.get("headers", ()), *own]
            await send(message)

        refused = self._refused(scope)
        if refused:
            await _answer(guarded, *refused)
            return
        _, slash, rest = scope["path"].lstrip("/").partition("/")
        if not slash:  # links are relative to the folder that the token names
            await _answer(guarded, 308, "", location=f"/{self._token.decode()}/")
            return
        bounded = _limited(receive, _ROOMY.get(rest, MAX_BODY))
        try:
            await self._app({**scope, "path": f"/{rest}", "root_path": ""}, bounded, guarded)
        except asyncio.CancelledError:  # Ctrl-C while a page is fetched or events are found
            if not begun:
                await _answer(guarded, 503, "The review page has ended.")

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        headers: dict[bytes, list[str]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.lower(), []).append(value.decode("latin-1"))
        hosts = headers.get(b"host", [])
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return 421, "This address is not the review page’s."
        word = scope["path"].lstrip("/").partition("/")[0].encode("utf-8", "replace")
        if not secrets.compare_digest(word, self._token):
            return 404, "Nothing here. Use the address that `timeline review` printed."
        if scope["method"] not in _METHODS:
            return 405, "The review page knows GET and POST."
        origins = headers.get(b"origin", [])
        if any(origin != f"http://{hosts[0].lower()}" for origin in origins):
            return 403, "Another page asked for this; it was refused."
        if any(site not in ("same-origin", "none") for site in headers.get(b"sec-fetch-site", [])):
            return 403, "Another page asked for this; it was refused."
        if scope["method"] == "POST" and not origins:
            return 403, "This browser does not say which page a form comes from; use a newer one."
        return None


class TooLargeError(Exception):
    """A body that is longer than it may be."""


def _limited(receive: Receive, most: int) -> Receive:
    got = 0

    async def counted() -> MutableMapping[str, Any]:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        if got <= most:
            return message
        while message.get("more_body") and got < _DRAINED:
            message = await receive()
            got += len(message.get("body", b""))
        raise TooLargeError

    return counted


async def _answer(send: Send, status: int, text: str, *, location: str = "") -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    headers += [(b"location", location.encode())] if location else []
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})
