"""How well `timeline link` finds tellings of one happening, and what it costs.

    python -m tests.bench.links sources          # the joins that editors made, found anew
    python -m tests.bench.links DIR/meantime     # MEANTIME: sentences with one event instance
    python -m tests.bench.links DIR/en --pairs   # TimeML articles, seen part: pairs to read oneself

On a folder of event files, every `same_as` is forgotten and the suggestions are held against it.
MEANTIME's articles are extracted first; a pair is right where annotators gave an event of both
sentences one instance, and "unmarked" where they marked no event in one of them. They named few
instances across articles, so "other" is not the same as wrong. `--pairs` prints each pair.
"""

from __future__ import annotations

import argparse
import re
import time
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rapidfuzz import fuzz

from tests.bench import temporal
from timeline import joins, pipeline
from timeline.check import read_folder
from timeline.errors import WhenError
from timeline.likeness import Weights, features, likeness
from timeline.link import LEAST, Key, Suggestion, Telling, suggest
from timeline.model import Document, Paragraph, Source
from timeline.when import When

Gold = dict[tuple[str, int], frozenset[str]]
"""The event instances of a sentence, by article and paragraph."""


def main() -> None:
    """Print the figures of one folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--least", type=float, default=LEAST)
    parser.add_argument("--pairs", action="store_true", help="print each pair and each miss")
    options = parser.parse_args()
    kinds = (("*.xml", _meantime), ("*.tml", _timeml))
    measure = next((by for kind, by in kinds if any(options.folder.rglob(kind))), _demo)
    measure(options.folder, options.least, options.pairs)


def _demo(folder: Path, least: float, pairs: bool) -> None:
    start = time.perf_counter()
    read = read_folder(folder)
    reading, told = time.perf_counter() - start, joins.tellings(read)
    editors = {t.key: t.root for t in told}
    bare = [_bare(t) for t in told]
    start = time.perf_counter()
    found = suggest(bare, read.documents, least=least)
    spent = time.perf_counter() - start
    right = [s for s in found if editors[s.repeat.key] == editors[s.kept.key]]
    now = _joined(editors, found)
    groups: dict[Key, set[Key]] = defaultdict(set)
    for key, root in editors.items():
        groups[root].add(now[key])
    joined = sum(t.key != t.root for t in told)
    left = sum(len(parts) - 1 for parts in groups.values())
    print(f"{len(told)} events, {len(read.documents)} articles, {joined} joins by editors")
    print(
        f"{len(found)} suggested, {len(right)} of them the editors' own; {left} joins missing then"
    )
    print(f"time: {spent / reading:.2f} of reading the folder")
    for s in found if pairs else ():
        _print(s, "right" if s in right else "other")
    for root, parts in groups.items() if pairs else ():
        if len(parts) > 1:
            print(f"in parts  {'/'.join(root)}: {', '.join('/'.join(part) for part in parts)}")


def _meantime(folder: Path, least: float, pairs: bool) -> None:
    documents, gold = _read(folder)
    told = _proposed(documents)
    found = suggest(told, documents, least=least)
    marks = [_mark(s, gold) for s in found]
    print(f"{len(documents)} articles, {len(told)} proposals")
    print(f"{len(found)} suggested: " + ", ".join(f"{marks.count(m)} {m}" for m in MARKS))
    for suggestion, mark in zip(found, marks, strict=True) if pairs else ():
        _print(suggestion, mark)
    print("\nsentence pairs of different articles, average precision")
    for name, value in _rankings(documents, gold):
        print(f"  {name:24} {value:.3f}")


def _timeml(folder: Path, least: float, pairs: bool) -> None:
    documents = {}
    for path in sorted(folder.rglob("*.tml")):
        one = temporal.sample(path)
        if not one.held_out:
            day = one.published.isoformat() if one.published else None
            blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", one.text)]
            lines = tuple(Paragraph(i, b) for i, b in enumerate(filter(None, blocks), 1))
            documents[one.name] = Document(Source(one.name, one.name, published=day), lines)
    told = _proposed(documents)
    found = suggest(told, documents, least=least)
    print(f"{len(documents)} articles, {len(told)} proposals, {len(found)} suggested")
    for suggestion in found if pairs else ():
        _print(suggestion, "")


def _proposed(documents: dict[str, Document]) -> list[Telling]:
    return [
        Telling(name, event, (name, event.id))
        for name, document in documents.items()
        for event in pipeline.find_events(document).events
    ]


MARKS = ("right", "other", "unmarked")


def _mark(suggestion: Suggestion, gold: Gold) -> str:
    sides = [
        gold.get((t.source, t.event.citations[0].paragraph or 0))
        for t in (suggestion.repeat, suggestion.kept)
    ]
    if sides[0] is None or sides[1] is None:
        return "unmarked"
    return "right" if sides[0] & sides[1] else "other"


def _rankings(documents: dict[str, Document], gold: Gold) -> Iterator[tuple[str, float]]:
    """Average precision of measures of likeness over the annotated sentences, dates left aside."""
    texts = {key: documents[key[0]].paragraphs[key[1] - 1].text for key in gold}
    keys = sorted(gold)
    across = [(a, b) for i, a in enumerate(keys) for b in keys[:i] if a[0] != b[0]]
    right = [bool(gold[a] & gold[b]) for a, b in across]
    print(f"  {len(across)} pairs, {sum(right)} with a common instance")
    for name, cut in (("words and beginnings", features), ("letters, 3 to 5", _letters)):
        weights = Weights.of(cut(p.text) for d in documents.values() for p in d.paragraphs)
        vectors = {key: weights.vector(cut(text)) for key, text in texts.items()}
        yield name, _precision([likeness(vectors[a], vectors[b]) for a, b in across], right)
    scores = [fuzz.token_set_ratio(texts[a], texts[b]) for a, b in across]
    yield "rapidfuzz token set", _precision(scores, right)


def _letters(text: str) -> Counter[str]:
    """Runs of three to five letters within words, as ECB+ was measured with."""
    words = [f" {word} " for word in re.findall(r"\w+", text.casefold())]
    return Counter(w[i : i + n] for w in words for n in (3, 4, 5) for i in range(len(w) - n + 1))


def _precision(scores: Sequence[float], right: Sequence[bool]) -> float:
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    hits, total = 0, 0.0
    for rank, i in enumerate(order, 1):
        if right[i]:
            hits += 1
            total += hits / rank
    return total / max(1, sum(right))


def _bare(told: Telling) -> Telling:
    """The telling as if nobody had said anything about it."""
    event = replace(told.event, same_as=None, not_same_as=None)
    return Telling(told.source, event, told.key)


def _joined(keys: dict[Key, Key], found: Sequence[Suggestion]) -> dict[Key, Key]:
    """The group of each event once every suggestion is taken."""
    at = {key: key for key in keys}
    for s in found:
        here, there = at[s.repeat.key], at[s.kept.key]
        at = {key: there if group == here else group for key, group in at.items()}
    return at


def _print(s: Suggestion, mark: str) -> None:
    sides = [f"{t.source[:28]}/{t.event.id} {t.event.title}" for t in (s.repeat, s.kept)]
    print(f"{mark:8} {s.score:.3f}  {s.why[0]}  {'  ->  '.join(sides)}")


def _read(folder: Path) -> tuple[dict[str, Document], Gold]:
    documents: dict[str, Document] = {}
    gold: Gold = {}
    for path in sorted(folder.rglob("*.xml")):
        root = ET.parse(path).getroot()
        sentences: dict[int, list[str]] = defaultdict(list)
        at: dict[str | None, int] = {}
        for token in root.iter("token"):
            number = int(token.get("sentence", "0"))
            sentences[number].append(token.text or "")
            at[token.get("t_id")] = number
        texts = [_spaced(sentences[n]) for n in sorted(sentences)]
        source = Source(path.stem, texts[0], published=_published(root))
        lines = tuple(Paragraph(i, t, boilerplate=i == 2) for i, t in enumerate(texts, 1))
        documents[path.stem] = Document(source, lines)
        for number, instances in _instances(root, at).items():
            gold[path.stem, number + 1] = frozenset(instances)
    return documents, gold


def _instances(root: ET.Element, at: dict[str | None, int]) -> dict[int, set[str]]:
    """The event instances that each sentence mentions."""
    instance = {e.get("m_id"): e.get("instance_id") for e in root.iter("EVENT")}
    place = {m.get("m_id"): at[m[0].get("t_id")] for m in root.iter("EVENT_MENTION") if len(m)}
    found: dict[int, set[str]] = defaultdict(set)
    for link in root.iter("REFERS_TO"):
        target = link.find("target")
        name = instance.get(target.get("m_id")) if target is not None else None
        for mention in link.iter("source"):
            if name and mention.get("m_id") in place:
                found[place[mention.get("m_id")]].add(name)
    return found


def _published(root: ET.Element) -> str | None:
    for timex in root.iter("TIMEX3"):
        if timex.get("functionInDocument") == "CREATION_TIME":
            try:
                return When.parse(timex.get("value", "")).text
            except WhenError:
                return None
    return None


def _spaced(tokens: Sequence[str]) -> str:
    text = re.sub(r" ([.,;:!?%)\]]|n't|['’]s)(?= |$)", r"\1", " ".join(tokens))
    return re.sub(r"([(\[$]) ", r"\1", text)


if __name__ == "__main__":
    main()
