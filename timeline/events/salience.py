"""How near an event is to what its article is about: a score from 0 to 1, of parts one can read.

No model and nothing trained: place in the article, words shared with the headline and the lead,
the kind of verb, names, and the date. A score orders events; it decides nothing alone.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from timeline.events.english import is_event_noun
from timeline.events.reading import Sentence
from timeline.events.verb_kinds import VerbKind, kind_of_verb, main_verb
from timeline.model import DateFrom, Document, Event

Part = Literal["place", "topic", "verb", "names", "date"]

WEIGHTS: Mapping[Part, float] = {
    "place": 0.2,
    "topic": 0.3,
    "verb": 0.3,
    "names": 0.05,
    "date": 0.15,
}
"""What the parts, each from 0 to 1, count for; together 1."""

_WORD = re.compile(r"[^\W\d_][\w’'-]*[^\W_]")
_STEM = 6  # letters: "annexed", "annexation" and "annexes" meet, in most languages
_HALFWAY = 5.0  # paragraphs below the lead where place counts half
_FULL = 0.5  # likeness (cosine) to headline and lead that counts in full
_VERBS: Mapping[VerbKind, float] = {
    "change": 1.0,
    "act": 0.7,
    "other": 0.5,
    "saying": 0.2,
    "state": 0.1,
}
_PRECISE = {10: 1.0, 7: 0.8, 4: 0.5}  # length of EDTF text: day, month, year


class Salience:
    """What one document is about: its words, weighed by how few of its sentences have them."""

    def __init__(self, document: Document, sentences: Collection[Sentence]) -> None:
        bags = [_stems(s.text) for s in sentences]
        counts = Counter(stem for bag in bags for stem in bag)
        self._weights = {s: math.log(1 + len(bags) / n) ** 2 for s, n in counts.items()}
        self._first = min((s.paragraph for s in sentences), default=1)
        lead = " ".join(s.text for s in sentences if s.paragraph == self._first)
        self._about = f"{document.source.title} {lead}"
        self._topic = _stems(self._about)
        self._topic_length = self._length(self._topic)

    def parts(
        self,
        paragraph: int,
        text: str,
        *,
        title: str = "",
        who: Iterable[str] = (),
        when: str = "",
        date_from: DateFrom = "text",
    ) -> dict[Part, float]:
        """The parts of the score of an event told by `text` in a paragraph, each 0 to 1.

        `title` says the event in one clause; its verb counts. `when` is EDTF.
        """
        names = list(who)
        known = any(name in self._about for name in names)
        fine = _PRECISE.get(len(when.rstrip("~?%")), 1.0) if when else 0.3
        return {
            "place": _HALFWAY / (_HALFWAY + paragraph - self._first),
            "topic": min(1.0, self._likeness(_stems(text)) / _FULL),
            "verb": _VERBS[_kind(title or text)],
            "names": 1.0 if known else 0.5 if names else 0.0,
            "date": fine if date_from == "text" else 0.7,
        }

    def of(self, event: Event) -> dict[Part, float]:
        """The parts of the score of a proposed event."""
        first = event.citations[0]
        return self.parts(
            first.paragraph or self._first,
            first.quote,
            title=event.title,
            who=event.who,
            when=event.when,
            date_from=event.date_from,
        )

    def _likeness(self, bag: frozenset[str]) -> float:
        """Cosine of two bags of weighed words."""
        common = bag & self._topic
        if not common:
            return 0.0
        return self._length(common) ** 2 / (self._length(bag) * self._topic_length)

    def _length(self, bag: frozenset[str]) -> float:
        weights = self._weights
        return math.sqrt(sum([weights.get(stem, 1.0) for stem in bag]))


def score(parts: Mapping[Part, float]) -> float:
    """The parts weighed and added up: 0 to 1, two decimals."""
    return round(sum(WEIGHTS[name] * value for name, value in parts.items()), 2)


def _kind(clause: str) -> VerbKind:
    """The kind of the clause's verb; without one, something that happens is a change."""
    verb = main_verb(clause)
    if verb:
        return kind_of_verb(verb)
    return "change" if any(is_event_noun(w.group()) for w in _WORD.finditer(clause)) else "other"


def _stems(text: str) -> frozenset[str]:
    return frozenset([word[:_STEM] for word in _WORD.findall(text.lower())])
