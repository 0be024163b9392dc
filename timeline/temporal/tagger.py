"""One text through all stages: mend, find, tell the genre, resolve in order."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from timeline.model import Mention
from timeline.temporal import engine
from timeline.temporal.anchor import Genre, Place, Reader
from timeline.temporal.beside import Row, counted
from timeline.temporal.engine import Candidate, Lost
from timeline.temporal.genre import is_narrative
from timeline.temporal.lists import shared_years
from timeline.temporal.meaning import Meaning
from timeline.temporal.nearest import Side
from timeline.temporal.nodes import (
    At,
    Beside,
    Calendar,
    Duration,
    Feast,
    Holding,
    Node,
    Ranked,
    Unread,
)
from timeline.temporal.quoted import spoken
from timeline.temporal.rule import Language, View
from timeline.temporal.spelling import mended
from timeline.temporal.tense import side

SENTENCE = 300  # characters back to a year that the same sentence gave
FAR = 200  # characters back to a "since then"
_STOP = re.compile(r"[.!?][\"”’')]*\s|\n")
EARLY = 80  # a story goes to a year where a sentence begins; further in it only looks there

__all__ = ["Found", "Genre", "read", "tag"]


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of a text, each with the way its clause looks, and the genre it was read in."""

    genre: Genre
    mentions: tuple[tuple[Mention, Side], ...]


def read(
    text: str,
    published: dt.date | None,
    language: str,
    genre: Genre,
    lost: list[Lost] | None = None,
) -> Found:
    """What `tag` gives, with what `explain` wants to know; `lost` collects the losers."""
    rules = engine.grammar(language)
    mend = mended(text, rules.language)
    if rules.language.fold:
        mend = replace(mend, text=mend.text.translate(rules.language.fold))
    found = list(engine.candidates(mend.text, rules, lost))
    found = spoken(found, mend.text, rules.language.saying)
    found = shared_years(found, mend.text, rules.language.lists)
    narrative = genre == "narrative" or (genre == "auto" and is_narrative(found, published))
    told: Genre = "narrative" if narrative else "news"
    walk = _Walk(mend.text, rules.language, Reader(published, narrative))
    rows = []
    for one in found:
        if one.genre not in ("", told):
            continue
        meaning, looks = walk.step(one)
        awaits = isinstance(one.node, Beside)
        if meaning is None and not awaits:
            continue
        meaning = meaning or Meaning("DATE", "")
        start, end = mend.original(one.start), mend.original(one.end)
        mention = Mention(
            start,
            end,
            text[start:end],
            meaning.type,
            meaning.value,
            meaning.when,
            one.rule,
            meaning.anchor,
            meaning.mod,
        )
        rows.append(Row(one.node, mention, looks, not awaits))
    if lost is not None:
        lost[:] = [replace(x, start=mend.original(x.start), end=mend.original(x.end)) for x in lost]
    mentions = counted(text, rows, rules.language)
    return Found(told, tuple((row.mention, row.side) for row in mentions))


def _sided(node: Node, ahead: bool) -> bool:
    """Whether the meaning of a node rests on the way its clause looks."""
    if isinstance(node, At):
        return node.on is not None and _sided(node.on, ahead)
    if isinstance(node, Holding):
        return node.day.year is None
    if isinstance(node, Ranked):
        return node.of is not None and _sided(node.of, ahead)
    if isinstance(node, Duration):
        return ahead
    return isinstance(node, (Feast, Unread)) or (isinstance(node, Calendar) and node.year is None)


class _Walk:
    """Goes through a text from candidate to candidate, and tells the reader where each stands."""

    def __init__(self, text: str, language: Language, reader: Reader) -> None:
        self.text = text
        self.language = language
        self.reader = reader
        self.ended = 0  # where the candidate before ends ...
        self.day_ended = 0  # ... and the last one that named a day ...
        self.year: Calendar | None = None  # ... and a year
        self.year_ended = 0

    def step(self, one: Candidate) -> tuple[Meaning | None, Side]:
        """What a candidate means, and the way its clause looks."""
        place, day, node = self._place(one), self.reader.day, one.node
        if isinstance(node, Calendar) and node.weekday is not None and self._until(one):
            node, place = replace(node, base="discourse"), replace(place, side="future")
        if isinstance(node, Calendar):
            node = self._same_year(node, one.start, place)
        meaning = self.reader.read(node, place)
        if meaning is not None:
            self.ended = one.end
            if isinstance(one.node, Calendar) and one.node.year is not None:
                self.year, self.year_ended = one.node, one.end
        if self.reader.day is not day:
            self.day_ended = one.end
        return meaning, place.side

    def _place(self, one: Candidate) -> Place:
        text, language, start = self.text, self.language, one.start
        view = View(text, start, one.end)
        between = text[max(self.ended, start - FAR) : start]
        said_between = between.strip(" ,").lower()
        listed = self.ended and said_between in language.lists
        last = self.reader.place if listed else None
        before, story = view.before, self.reader.narrative
        ahead = before in language.ahead and not view.preceded(language.ranks)
        looks: Side = last.side if last else ""
        if last is None and _sided(one.node, ahead):
            looks = side(text, start, one.end, language.tense)
        day_ended = max(self.day_ended, start - FAR)
        return Place(
            view.said,
            looks,
            story and (before in language.background or not view.near_start(EARLY)),
            ahead,
            day_ended > self.day_ended or bool(_STOP.search(text, day_ended, start)),
            bool(last and last.onward) or self._onward(between),
            language.loose.get(before, ""),
            (before or view.abbreviated) in language.around,
            self.ended == self.day_ended > 0 and ("", said_between) in language.links,
        )

    def _same_year(self, node: Calendar, start: int, place: Place) -> Calendar:
        """A month takes the year of a past date in its sentence: "on 3 April 2011 ..., in May"."""
        last, published = self.year, self.reader.published
        bare = node.year is None and not (node.direction or node.base) and node.month is not None
        if last is None or not bare or published is None or place.side == "future":
            return node
        far = last.year is not None and last.year < published.year - 1
        ended = max(self.year_ended, start - SENTENCE)
        apart = ended > self.year_ended or _STOP.search(self.text, ended, start)
        earlier = last.month is not None and (last.month, last.day or 0) <= (node.month, 32)
        return replace(node, year=last.year) if far and earlier and not apart else node

    def _until(self, one: Candidate) -> bool:
        """Whether this is the end of a stretch that the last date begins: "Monday to Friday"."""
        if not self.ended or self.ended != self.day_ended:
            return False
        between = self.text[self.ended : min(one.start, self.ended + FAR)].strip().lower()
        return bool(between) and ("", between) in self.language.links

    def _onward(self, between: str) -> bool:
        """Whether the text has moved on from its last date: "since then"."""
        said = " ".join(between.lower().split())
        return any(word in said for word in self.language.onward)


def tag(
    text: str, *, published: dt.date | None, language: str = "en", genre: Genre = "auto"
) -> tuple[Mention, ...]:
    """The mentions of a text, in order, not overlapping, `text[m.start:m.end] == m.text`.

    Relative expressions are resolved against `published`; without it they keep an open value
    ("XXXX-WXX-5"), `when=None` and `anchor="missing"`. `genre="narrative"` takes the year of a
    bare "17 July" from the text before it; "auto" tells by the text. A language without
    rules (see `lang.speaks`) finds nothing.
    """
    return tuple(mention for mention, _ in read(text, published, language, genre).mentions)
