"""One request, bounded in bytes and in time whatever the server does."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline import __version__
from timeline.errors import SourceError
from timeline.intake.hosts import Target
from timeline.intake.libraries import missing_for_web

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import BaseHTTPResponse

AGENT = f"cited-timeline/{__version__}"
_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
_CONNECT = 15.0  # seconds for one address of a host to answer
_CHUNK = 64 * 1024  # bytes
LATER = "try again later, or save the page in a browser and add the file"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: the status, its headers in lower case, and the unpacked bytes."""

    status: int
    headers: dict[str, str]
    data: bytes


def get(to: Target, numbers: list[str], *, seconds: float, limit: int, body: bool = True) -> Answer:
    """Ask one of these numeric addresses for the target; the name is only said, never resolved.

    An answer that leads elsewhere has no data, and without `body` none has. Raises SourceError
    where no address answers, the certificate is wrong, the answer is above `limit` bytes
    (packed or unpacked) or not whole after `seconds`.
    """
    end = time.monotonic() + seconds
    connection = _connected(to, numbers, end)
    late = threading.Event()
    try:
        with _ending(connection, end, late):
            return _asked(connection, to, limit, body)
    except SourceError:
        raise
    except Exception as error:  # urllib3, http.client, ssl and socket each have their own
        if late.is_set() or isinstance(error, TimeoutError):
            raise _too_slow(to, seconds) from None
        raise SourceError(
            f"the answer can't be read: {_reason(error)}", where=to.url, hint=LATER
        ) from None
    finally:
        connection.close()


def _connected(to: Target, numbers: list[str], end: float) -> HTTPConnection:
    try:
        from urllib3.connection import HTTPConnection, HTTPSConnection
    except ImportError:
        raise missing_for_web(to.url) from None
    reason = "no address"
    for number in numbers:
        timeout = max(0.1, min(_CONNECT, end - time.monotonic()))
        connection: HTTPConnection = HTTPConnection(number, to.port, timeout=timeout)
        if to.secure:
            connection = HTTPSConnection(
                number,
                to.port,
                timeout=timeout,
                server_hostname=to.host,
                assert_hostname=to.host,
                ssl_context=_certificates(),
            )
        try:
            connection.connect()
        except Exception as error:  # urllib3 and ssl each have their own
            connection.close()
            reason = _reason(error)
            continue
        return connection
    raise SourceError(f"can't be reached: {reason}", where=to.url, hint=LATER)


@contextlib.contextmanager
def _ending(connection: HTTPConnection, end: float, late: threading.Event) -> Iterator[None]:
    """Cut the connection at the end: a server that sends a byte now and then never times out."""

    sock = connection.sock  # the connection forgets it once the answer has begun

    def cut() -> None:
        late.set()
        with contextlib.suppress(OSError):
            if sock is not None:
                sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(max(0.0, end - time.monotonic()), cut)
    timer.daemon = True
    timer.start()
    try:
        yield
        if late.is_set():
            raise TimeoutError
    finally:
        timer.cancel()


def _asked(connection: HTTPConnection, to: Target, limit: int, body: bool) -> Answer:
    headers = {**_HEADERS, "Host": to.site.partition("://")[2]}
    connection.request("GET", to.path, headers=headers, preload_content=False)
    with contextlib.closing(connection.getresponse()) as response:
        return _answer(response, to, limit, body)


def _answer(response: BaseHTTPResponse, to: Target, limit: int, body: bool) -> Answer:
    known = {name.lower(): value for name, value in response.headers.items()}
    if not body or 300 <= response.status < 400:
        return Answer(response.status, known, b"")
    length = known.get("content-length", "")
    if length.isascii() and length.isdecimal() and int(length[:18]) > limit:
        raise _too_large(to, limit)
    return Answer(response.status, known, _read(response, to, limit))


def _read(response: BaseHTTPResponse, to: Target, limit: int) -> bytes:
    data = bytearray()
    while chunk := response.read(_CHUNK, decode_content=True):
        data += chunk
        if len(data) > limit:
            raise _too_large(to, limit)
    return bytes(data)


@lru_cache(maxsize=1)
def _certificates() -> ssl.SSLContext:
    """The system's, where an office keeps its own, and certifi's."""
    context = ssl.create_default_context()
    try:
        import certifi
    except ImportError:
        return context
    context.load_verify_locations(certifi.where())
    return context


def _too_slow(to: Target, seconds: float) -> SourceError:
    return SourceError(f"was not there whole after {seconds:.0f} seconds", where=to.url, hint=LATER)


def _too_large(to: Target, limit: int) -> SourceError:
    return SourceError(
        f"is too large: the limit is {limit / 1e6:.0f} MB",
        where=to.url,
        hint="save the article alone, and add the file",
    )


def _reason(error: Exception) -> str:
    """In a few words, without the names of classes and objects."""
    inner = error.__cause__ or error
    text = getattr(inner, "strerror", None) or str(inner) or type(inner).__name__
    if isinstance(inner, ssl.SSLCertVerificationError):
        return f"its certificate is wrong ({inner.verify_message})"
    if isinstance(inner, TimeoutError) or "timed out" in text:
        return "it doesn't answer"
    return " ".join(text.split())[:120].lower()
