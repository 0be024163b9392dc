"""An address -> the bytes there, fetched as a polite guest: slowly, named, and where allowed."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field, replace
from email.message import Message
from urllib.parse import unquote, urlsplit

from timeline.errors import SourceError
from timeline.intake.article import LIMIT, Original
from timeline.intake.hosts import Target, addresses, target
from timeline.intake.libraries import missing_for_web
from timeline.intake.wire import AGENT, LATER, Answer, get

_REDIRECTS = 5
_ROBOTS = 500_000  # bytes of a robots.txt that count (RFC 9309)
_LONGEST = 20.0  # seconds between two visits, whatever a robots.txt asks for
_OTHER = ("image/", "audio/", "video/", "font/", "text/css", "application/javascript")
_SAVE = "open the page in a browser, save it, and add the file"


@dataclass(slots=True)
class Visits:
    """What is remembered between requests: each site's rules, and when its host was asked last.

    Requests through one `Visits` are made one at a time.
    """

    rules: dict[str, str] = field(default_factory=dict)
    asked: dict[str, float] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)


_VISITS = Visits()  # one process is one guest


def fetch(
    url: str,
    *,
    retrieved: str | None,
    allow_private: bool = False,
    seconds: float = 60.0,
    limit: int = LIMIT,
    delay: float = 1.0,
    visits: Visits = _VISITS,
) -> Original:
    """The bytes at an address, after at most five redirects, each checked as the first.

    `retrieved` is today as EDTF. `seconds` bounds the whole, but for waiting: `delay` seconds
    lie between two requests to one host, or what its robots.txt asks for. Raises SourceError,
    one clear line, where the address is no http or https, leads to this computer or a private
    network (unless `allow_private`), robots.txt forbids it, or the answer is an error, too long
    (`limit` bytes, unpacked), too slow, empty, or a picture, sound or film.
    """
    with visits.lock:
        end = time.monotonic() + seconds
        seen: list[str] = []
        to = target(url)
        while True:
            seen.append(to.url)
            addresses(to, allow_private=allow_private)  # said of the page, not of its robots.txt
            end += _wait(to, visits, delay, _check_robots(to, visits, end, allow_private))
            answer = _visit(to, visits, end, seconds, limit, allow_private)
            if not _leads_on(answer):
                return replace(_original(to, answer, retrieved), asked=seen[0])
            to = _next(to, answer, seen)


def _visit(
    to: Target, visits: Visits, end: float, seconds: float, limit: int, allow_private: bool
) -> Answer:
    left = end - time.monotonic()
    if left <= 0:
        raise SourceError(f"was not there after {seconds:.0f} seconds", where=to.url, hint=LATER)
    numbers = addresses(to, allow_private=allow_private)
    try:
        return get(to, numbers, seconds=left, limit=limit)
    finally:
        visits.asked[to.host] = time.monotonic()


def _leads_on(answer: Answer) -> bool:
    return answer.status in (301, 302, 303, 307, 308) and "location" in answer.headers


def _next(to: Target, answer: Answer, seen: list[str]) -> Target:
    then = target(answer.headers["location"], base=to.url)
    if then.url in seen:
        raise SourceError("leads back to itself", where=seen[0], hint=_SAVE)
    if len(seen) > _REDIRECTS:
        raise SourceError(f"leads on more than {_REDIRECTS} times", where=seen[0], hint=_SAVE)
    return then


def _wait(to: Target, visits: Visits, delay: float, asked_for: float) -> float:
    """Keep the distance to the last visit; the seconds that took."""
    before = visits.asked.get(to.host)
    wait = 0.0 if before is None else before + max(delay, asked_for) - time.monotonic()
    if wait > 0:
        time.sleep(wait)
    return max(0.0, wait)


def _check_robots(to: Target, visits: Visits, end: float, allow_private: bool) -> float:
    """The delay the site asks for, in seconds. SourceError where it doesn't want this visit."""
    try:
        from protego import Protego
    except ImportError:
        raise missing_for_web(to.url) from None
    if to.site not in visits.rules:
        visits.rules[to.site] = _robots(to, end, allow_private)
    rules = Protego.parse(visits.rules[to.site])
    if not rules.can_fetch(to.url, AGENT):
        raise SourceError(
            "the site's robots.txt asks programs to stay away", where=to.url, hint=_SAVE
        )
    return min(float(rules.crawl_delay(AGENT) or 0.0), _LONGEST)


def _robots(to: Target, end: float, allow_private: bool) -> str:
    """A site's rules; none where it has no such file. A site that fails forbids (RFC 9309)."""
    at = target(f"{to.site}/robots.txt")
    for _ in range(_REDIRECTS + 1):
        numbers = addresses(at, allow_private=allow_private)
        left = max(0.1, end - time.monotonic())
        try:
            answer = get(at, numbers, seconds=left, limit=_ROBOTS)
        except SourceError as error:
            if "too large" in error.what:
                return ""
            raise SourceError(error.what, where=to.url, hint=error.hint) from None
        if _leads_on(answer):
            at = target(answer.headers["location"], base=at.url)
            continue
        if answer.status >= 500:
            raise SourceError(
                f"the site fails ({answer.status} for its robots.txt)", where=to.url, hint=LATER
            )
        return answer.data.decode("utf-8", "replace") if answer.status == 200 else ""
    return ""


def _original(to: Target, answer: Answer, retrieved: str | None) -> Original:
    _check_status(to, answer)
    kind = Message()
    kind["content-type"] = answer.headers.get("content-type", "")
    media = kind.get_content_type() if answer.headers.get("content-type") else None
    if media and media.startswith(_OTHER):
        raise SourceError(f"is no article: the server sends {media}", where=to.url, hint=_SAVE)
    if not answer.data.strip():
        raise SourceError("is empty", where=to.url, hint=_SAVE)
    name = unquote(urlsplit(to.url).path.rstrip("/").rpartition("/")[2]) or to.host
    charset = kind.get_content_charset()
    return Original(
        answer.data, name, url=to.url, media_type=media, charset=charset, retrieved=retrieved
    )


def _check_status(to: Target, answer: Answer) -> None:
    status = answer.status
    if 200 <= status < 300:
        return
    if status in (404, 410):
        what, hint = "there is no such page", "check the address, or look for a copy in an archive"
    elif status in (401, 402, 403, 407, 451):
        what, hint = "the site doesn't give this page to programs", _SAVE
    elif status == 429:
        what, hint = "the site asks to come back later", LATER
    else:
        what, hint = "the site fails" if status >= 500 else "the site answers with no page", LATER
    raise SourceError(f"{what} ({status})", where=to.url, hint=hint)
