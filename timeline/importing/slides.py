"""A TimelineJS slide -> an event's plain data, and the texts that may be its quote."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from timeline.errors import WhenError
from timeline.exports.timelinejs import EXTENSION, year_meant
from timeline.when import When

_BLOCKS = frozenset("p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote td tr".split())


def read(slide: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The event; from a file of ours it is all there, else its date, headline and first group."""
    ours = slide.get(EXTENSION)
    if isinstance(ours, Mapping):
        return dict(ours), ()
    text = slide.get("text")
    text = text if isinstance(text, Mapping) else {}
    headline, words = (_plain(text.get(name)) for name in ("headline", "text"))
    title = " ".join(headline) or next(iter(words), "")
    data: dict[str, Any] = {"title": title, "when": when_of(slide)}
    if slide.get("group"):
        data["tags"] = [" ".join(_plain(slide["group"]))]
    whole = " ".join(words)
    candidates = (*words, whole, title)
    return data, tuple(dict.fromkeys(one for one in candidates if one))


def when_of(slide: Mapping[str, Any]) -> str:
    """The slide's date in EDTF, empty where it has none.

    The words that it shows count for more than its numbers where they are less exact.
    """
    start, end = (_edtf(slide.get(name)) for name in ("start_date", "end_date"))
    numbers = f"{start}/{end}" if start and end and start != end else start
    words = _shown(slide)
    try:
        if words and (not numbers or When.parse(words).contains(When.parse(numbers))):
            return words
        return numbers
    except WhenError:
        return numbers  # it will be refused, with the reason


def _shown(slide: Mapping[str, Any]) -> str:
    """What the words of the date mean, if they are one date and nothing else."""
    from timeline.temporal import tag

    start = slide.get("start_date")
    inner = start.get("display_date") if isinstance(start, Mapping) else None
    words = " ".join(_plain(slide.get("display_date") or inner))
    found = tag(words, published=None) if words else ()
    if len(found) != 1 or found[0].text != words:
        return ""
    return found[0].when or ""


def _edtf(date: Any) -> str:
    if not isinstance(date, Mapping):
        return ""
    parts = []
    for name in ("year", "month", "day", "hour", "minute", "second"):
        text = str(date.get(name, "")).strip()
        if not text.lstrip("-").isdigit():
            break
        parts.append(int(text))
    if not parts:
        return ""
    year = year_meant(parts[0])
    digits = f"{'-' if year < 0 else ''}{abs(year):04}" if abs(year) <= 9999 else f"Y{year}"
    day = "-".join((digits, *(f"{part:02}" for part in parts[1:3])))
    clock = ":".join(f"{part:02}" for part in parts[3:])
    return f"{day}T{clock}" if clock else day


def _plain(html: Any) -> tuple[str, ...]:
    """The blocks of an HTML text, quoted ones first, without their tags."""
    if not isinstance(html, str):
        return ()
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end()
    return (*reader.quoted, *reader.others)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.quoted: list[str] = []
        self.others: list[str] = []
        self._words: list[str] = []
        self._depth = self._hidden = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        del attrs
        if tag in _BLOCKS:
            self.end()
        self._depth += tag == "blockquote"
        self._hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end()
        self._depth = max(0, self._depth - (tag == "blockquote"))
        self._hidden = max(0, self._hidden - (tag in ("script", "style")))

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._words.append(data)

    def end(self) -> None:
        """A block is over."""
        text = " ".join("".join(self._words).split())
        self._words = []
        if text:
            (self.quoted if self._depth else self.others).append(text)
