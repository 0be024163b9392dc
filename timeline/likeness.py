"""How alike two texts are: TF-IDF over words and their beginnings, 0 (nothing shared) to 1."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Vector = Mapping[str, float]
"""Weights by feature, of length 1; empty for a text without words."""

_WORD = re.compile(r"\w+")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_STEM = 5  # letters that "annexed" and "annexation" share
_MANY = 20  # texts that a feature may stand in and be rare, in a small collection
_DOUBT = 10  # paragraphs added to every folder: in a small one, being rare means little


def features(text: str) -> Counter[str]:
    """The words of a text and their first letters, so that other forms of a word count too.

    Scripts without spaces give pairs of letters.
    """
    found: Counter[str] = Counter()
    for word in _WORD.findall(text.casefold()):
        if UNSPACED.search(word):
            found.update(word[i : i + 2] for i in range(max(1, len(word) - 1)))
        else:
            found[word] += 1
            found[f"{word[:_STEM]}*"] += 1
    return found


@dataclass(frozen=True)
class Weights:
    """What each feature weighs: the more, the fewer of the `texts` have it.

    `common` are those that many texts have: two that share nothing else are not alike.
    """

    rarity: Mapping[str, float]
    unseen: float
    common: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[Mapping[str, int]]) -> Weights:
        """The weights that a collection of texts gives, each as its features."""
        shared: Counter[str] = Counter()
        total = 0
        for counts in texts:
            shared.update(counts.keys())
            total += 1
        all_of_them = total + _DOUBT
        rarity = {feature: math.log(all_of_them / number) for feature, number in shared.items()}
        many = max(_MANY, total / 50)
        common = frozenset(feature for feature, number in shared.items() if number > many)
        return cls(rarity, math.log(all_of_them), common)

    def vector(self, counts: Mapping[str, int]) -> Vector:
        """The vector of a text's features."""
        rarity, unseen = self.rarity, self.unseen
        vector = {f: (1 + math.log(n)) * rarity.get(f, unseen) for f, n in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        return {feature: weight / length for feature, weight in vector.items()}


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of two vectors."""
    if len(one) > len(other):
        one, other = other, one
    return min(1.0, sum(weight * other[f] for f, weight in one.items() if f in other))
