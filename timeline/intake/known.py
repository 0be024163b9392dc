"""Which addresses are in a folder of sources already, so that nothing is fetched twice."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from timeline.readers import frontmatter, sources_in

_CAMPAIGN = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid")
_LINES = re.compile(r"^(?:url|also_at|archived)[ \t]*:(.*(?:\r?\n(?:[ \t]|- ).*)*)", re.MULTILINE)
_ADDRESS = re.compile(r"https?://[^\s'\"]+", re.IGNORECASE)


def key(address: str) -> str:
    """The same for all ways to write an address: scheme, www, campaign marks and # don't count."""
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return address.strip()
    asked = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([pair for pair in asked if not _CAMPAIGN.fullmatch(pair[0].lower())])
    place = host if port in (None, 80, 443) else f"{host}:{port}"
    return f"{place}{parts.path.rstrip('/')}{'?' if query else ''}{query}"


def addresses(folder: Path) -> dict[str, Path]:
    """The key of each address in front matter (`url`, `also_at`, `archived`) -> its source.

    Raises SourceError where the folder can't be listed; a source that can't be read has none.
    """
    return {key(one): path for path in sources_in(folder) for one in _of(path)}


def _of(path: Path) -> Iterator[str]:
    with contextlib.suppress(OSError):
        with path.open(encoding="utf-8", errors="replace", newline="") as file:
            top = file.read(frontmatter.LIMIT)
        if top.startswith("---"):
            header = re.split(r"^---[ \t]*$", top[3:], maxsplit=1, flags=re.MULTILINE)[0]
            for lines in _LINES.findall(header):
                yield from _ADDRESS.findall(lines)
