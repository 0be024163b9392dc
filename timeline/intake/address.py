"""What a page's address tells: the day of a story, and where an archive has its copy from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from timeline.intake import days

_COPY = re.compile(
    r"https?://(?:[^/]*(?:archive|wayback)[^/]*|arquivo\.pt)/(?:[^?#]{0,80}?/)?"
    r"(?P<stamp>\d{4}[.-]?\d{2}[.-]?\d{2}[\d-]*)(?:[a-z]{2}_)?/(?P<real>https?:/{1,2}[^/\s]\S*)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"/(?:[^/?#]*[^/?#\d])??(?P<y>(?:19|20)\d{2})(?P<s>[/._-]?)(?P<m>0?[1-9]|1[0-2])(?P=s)"
    r"(?P<d>0?[1-9]|[12]\d|3[01])(?=[/._?#-]|\D|$)",
    re.ASCII,
)
_NAMED = re.compile(
    r"/((?:19|20)\d{2})/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/([0-3]?\d)(?=[/?#-]|$)",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@dataclass(frozen=True, slots=True)
class Copy:
    """An archive's copy: its address, the real one, and the day it was taken (EDTF) if known."""

    archived: str
    url: str
    taken: str | None


def copy_of(address: str | None) -> Copy | None:
    """The copy that an address leads to; None where it is no archive's."""
    found = _COPY.fullmatch(address or "")
    if found is None:
        return None
    digits = re.sub(r"\D", "", found["stamp"])[:8]
    real = re.sub(r"^(https?):/+", r"\1://", found["real"])
    return Copy(address or "", real, days.day(digits))


def real(address: str) -> str:
    """An address without the archive's before it."""
    copy = copy_of(address)
    return copy.url if copy else address


def resolved(address: str | None, base: str | None) -> str | None:
    """An address of the web as it stands on a page; None where it is none."""
    try:
        whole = urljoin(base or "", (address or "").strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    fine = parts.scheme in ("http", "https") and parts.hostname and len(whole) <= 2000
    return whole if fine and not re.search(r"[\s<>\"]", whole) else None


def is_front_page(address: str) -> bool:
    """The address of a whole site, which no article has."""
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def day_in(address: str | None) -> str | None:
    """The day in an address such as /2015/09/25/talks; None where there is none."""
    path = (address or "").partition("://")[2]
    path = path[path.find("/") :] if "/" in path else ""
    if found := _NAMED.search(path):
        month = _MONTHS.index(found[2].lower()[:3]) + 1
        return days.day(f"{found[1]}-{month:02}-{int(found[3]):02}")
    found = _DAY.search(path)
    if found is None or (not found["s"] and len(found["m"] + found["d"]) != 4):
        return None
    return days.day(f"{found['y']}-{int(found['m']):02}-{int(found['d']):02}")
