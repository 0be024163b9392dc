"""How near an event is to what its article is about: a score from 0 to 1, of parts one can read.

No model and no training: place in the article, words shared with the headline and the lead, the
kind of verb, known names, and how fresh the date is. A score orders events; it decides nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from timeline.events.english import LIGHT, SAYING, is_event_noun
from timeline.events.words import words
from timeline.model import Document

_WORD = re.compile(r"[^\W\d_][\w’'-]*[^\W_]")
_STEM = 6  # letters: "annexed", "annexation" and "annexes" meet, in most languages
CHANGE = words("""x""")


class Topic:
    """What one document is about: its words weighed by how few of its sentences have them."""

    def __init__(self, document: Document, sentences: Iterable[str]) -> None:
        bags = [stems(text) for text in sentences]
        counts = Counter(stem for bag in bags for stem in set(bag))
        self._weights = {s: math.log(1 + len(bags) / n) for s, n in counts.items()}
        lead = next((p.text for p in document.paragraphs if not p.boilerplate and not p.heading), "")
        self.headline, self.lead = set(stems(document.source.title)), set(stems(lead))

    def shared(self, text: str, other) -> float:
        bag = set(stems(text))
        total = sum(self._weights.get(s, 1.0) for s in bag)
        return sum(self._weights.get(s, 1.0) for s in bag & other) / total if total else 0.0
    def cosine(self, text, other):
        bag=set(stems(text)); w=self._weights
        n=lambda b: math.sqrt(sum(w.get(s,1.0)**2 for s in b)) or 1
        return sum(w.get(s,1.)**2 for s in bag&other)/(n(bag)*n(other))


def stems(text: str) -> list[str]:
    return [w.group().lower()[:_STEM] for w in _WORD.finditer(text)]
