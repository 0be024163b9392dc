"""Which date a verb or noun of a sentence has: one in its own sentence, else one told before.

Within the sentence the tree decides (`attachment`); a clause that has no date of its own shares
that of the clause it belongs to. Across sentences a date holds on for two of them, and the day of
publication is that of the news itself, never that of the background.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.errors import WhenError
from timeline.events.attachment import VERBS, dated_head
from timeline.events.kind import is_ahead
from timeline.events.parser import Parser, Tree
from timeline.events.reading import Sentence, sentences
from timeline.model import DateFrom, Document, Mention
from timeline.when import When

Aspect = Literal["past", "perfect", "before", "ahead", "present", ""]
"""How a verb is told: "met", "has met", "had met", "will meet", "meets"; "" where nothing says."""

REACH = 2
"""Sentences over which a date holds on."""

NEWS = 10
"""Days before publication in which an article's own story plays."""

_BOUND = re.compile(r"\b(?:by|until|till|since|before|after)\s+(?:the\s+|about\s+)?$", re.I)
_INFLECTED = frozenset({"VBD", "VBZ", "VBP"})
_OWN_TIME = frozenset({"ccomp", "relcl", "parataxis"})  # clauses with a time of their own


@dataclass(frozen=True, slots=True)
class Origin:
    """A date for a clause that has none: EDTF, where it comes from, and the words that carry it.

    `paragraph` and `quote` are where these words stand; None and "" for the day of publication.
    """

    when: str
    date_from: DateFrom
    said: str = ""
    quote: str = ""
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """The date of a sentence that was read, as those behind it know it.

    `when` is EDTF; "" where the sentence has dates and none of them holds on.
    """

    index: int
    paragraph: int
    when: str
    said: str = ""
    quote: str = ""


def aspect(tree: Tree, index: int) -> Aspect:
    """How the verb that governs a word is told."""
    for node in (index, *tree.ancestors(index)):
        token = tree.tokens[node]
        if token.pos not in VERBS:
            continue
        told = _told(tree, node)
        if told:
            return told
    return ""


def _told(tree: Tree, verb: int) -> Aspect:
    """The aspect of one verb; "" for a bare one, which is told as the one above it."""
    token = tree.tokens[verb]
    below = [tree.tokens[c] for c in tree.children[verb]]
    helpers = [t for t in below if t.dep in ("aux", "auxpass")] + [token]
    if any(t.tag == "MD" for t in helpers):
        return "ahead"
    if any(t.tag == "TO" for t in below) and token.dep != "xcomp":
        return "ahead"
    aux = {t.text.lower() for t in helpers[:-1]}
    if "had" in aux:
        return "before"
    if aux & {"has", "have", "’ve", "'ve"}:
        return "perfect"
    if any(t.tag == "VBD" for t in helpers):
        return "past"
    return "present" if any(t.tag in ("VBZ", "VBP") for t in helpers) else ""


def own_date(
    tree: Tree, mentions: Sequence[Mention], index: int, published: str | None
) -> Mention | None:
    """The expression of the sentence that dates a word of it, directly or through its clause."""
    spans = [tree.within(m.start, m.end) for m in mentions]
    heads: dict[int, Mention] = {}
    for k, (mention, span) in enumerate(zip(mentions, spans, strict=True)):
        others = [s for j, s in enumerate(spans) if j != k]
        head = dated_head(tree, span, others, is_ahead(mention.when, published)) if span else None
        if head is not None:
            heads.setdefault(head, mention)
    node = index
    while node not in heads:
        token = tree.tokens[node]
        if token.head == node or (token.dep in _OWN_TIME and token.tag in _INFLECTED):
            return None
        node = token.head
    return heads[node]


class Story:
    """The dates that a reader has in mind while reading one document.

    `published` is EDTF, and so are the dates of the `lead`, the paragraph that opens the text
    and is number `first`.
    """

    def __init__(self, published: str | None, *, lead: Sequence[str] = (), first: int = 1) -> None:
        self._published, self._lead, self._first = published, lead, first
        self._told: list[Told] = []

    def tell(self, told: Told) -> None:
        """Note the date of a sentence, in text order."""
        self._told.append(told)

    def is_of_the_day(self) -> bool:
        """Whether the article's news is of the day of publication: its lead names no day of those
        just before."""
        day = days(self._published or "")
        spans = [days(when) for when in self._lead]
        recent = [s for s in spans if s and day and s[0] <= day[1] and day[1] - s[1] <= NEWS]
        return day is not None and all(first <= day[1] <= last for first, last in recent)

    def is_lead(self, paragraph: int | None, *, near: int = 0) -> bool:
        """Whether a paragraph is the one that opens the text, or one of the `near` next."""
        return paragraph is not None and self._first <= paragraph <= self._first + near

    def before(self, index: int, paragraph: int) -> Origin | None:
        """The nearest date of the sentences before sentence `index`, its own paragraph first."""
        near = [t for t in self._told if 0 < index - t.index <= REACH]
        if not near:
            return None
        t = min(near, key=lambda t: (t.paragraph != paragraph, index - t.index))
        if not t.when:
            return None
        when = t.when.partition("T")[0] if "/" not in t.when else t.when  # the hour was its own
        return Origin(when, "context", t.said, t.quote, t.paragraph)

    def published(self) -> Origin | None:
        """The day of publication, where it is known."""
        return Origin(self._published, "published") if self._published else None


def days(when: str) -> tuple[int, int] | None:
    """The first and the last day of EDTF text, counted as `datetime` does; None where open."""
    try:
        parsed = When.parse(when)
        if parsed.earliest is None or parsed.latest is None:
            return None
        return dt.date(*parsed.earliest[:3]).toordinal(), dt.date(*parsed.latest[:3]).toordinal()
    except (WhenError, ValueError, OverflowError):  # years that `datetime` can't hold
        return None


def is_recent(when: str, published: str | None) -> bool:
    """Whether a date is of the days in which the article's own story plays."""
    span, day = days(when), days(published or "")
    return span is not None and day is not None and day[1] - span[0] <= NEWS


def main_date(
    tree: Tree, mentions: Sequence[Mention], published: str | None, *, lead: bool = False
) -> Mention | None:
    """The date that a sentence leaves in a reader's mind: the past one of its main clause.

    In the `lead`, the paragraph that opens the text, also one of the days before publication
    that hangs elsewhere. None where the sentence has several times, or only the end of one.
    """
    known = [m for m in mentions if m.when and not is_ahead(m.when, published)]
    root = next((i for i, t in enumerate(tree.tokens) if t.head == i), None)
    if not known or root is None or not one_time(known):
        return None
    own = own_date(tree, known, root, published)
    if own is None and lead:
        own = next((m for m in known if is_recent(m.when or "", published)), None)
    bounds = own is not None and _BOUND.search(tree.text[: own.start])
    return None if bounds else own


def one_time(mentions: Sequence[Mention]) -> bool:
    """Whether dates are the same, told more and less precisely."""
    spans = [span for m in mentions if (span := days(m.when or "")) is not None]
    finest = min(spans, key=lambda s: s[1] - s[0], default=None)
    return finest is None or all(a <= finest[0] and finest[1] <= b for a, b in spans)


class Dates:
    """The date of any word of one document; every sentence is parsed.

    For questions about single words; `propose` reads a document in one pass and parses less.
    """

    def __init__(
        self, document: Document, mentions: Mapping[int, Sequence[Mention]], parser: Parser
    ) -> None:
        self._published = document.source.published
        self._sentences = list(sentences(document, mentions))
        self._trees = parser.parse([s.text for s in self._sentences])

    def of(self, paragraph: int, offset: int) -> Origin | None:
        """The date of the word at an offset of a paragraph; None where there is none to give."""
        story = Story(self._published)
        for sentence, tree in zip(self._sentences, self._trees, strict=True):
            inside = sentence.start <= offset < sentence.start + len(sentence.text)
            if sentence.paragraph == paragraph and inside:
                return self._in(sentence, tree, offset - sentence.start, story)
            lead = sentence.paragraph == self._sentences[0].paragraph
            date = main_date(tree, sentence.mentions, self._published, lead=lead)
            if sentence.mentions:
                when, said = (date.when or "", date.text) if date else ("", "")
                story.tell(Told(sentence.index, sentence.paragraph, when, said))
        return None

    def _in(self, sentence: Sentence, tree: Tree, offset: int, story: Story) -> Origin | None:
        word = tree.within(offset, offset + 1)
        if not word:
            return None
        own = own_date(tree, sentence.mentions, word[0], self._published)
        if own is not None and own.when:
            return Origin(own.when, "text", own.text, sentence.text, sentence.paragraph)
        told = aspect(tree, word[0])
        near = story.before(sentence.index, sentence.paragraph) if told in ("past", "") else None
        return near or story.published()
