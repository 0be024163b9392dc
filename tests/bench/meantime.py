"""Which day our code gives the events of MEANTIME, beside two simple answers.

    TIMELINE_CORPORA=DIR python -m tests.bench.meantime [--errors FILE]

DIR/meantime holds folders of CAT stand-off XML (NewsReader MEANTIME, apple and gm). An event
counts when a TLINK puts it within a day (IS_INCLUDED, SIMULTANEOUS, or INCLUDES the other way
round); the day must be given exactly. `--errors` writes those of `corpus_apple` only: the other
folder is looked at as a figure and not read.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.events.dating import Dates
from timeline.events.parser import Parser, load_parser
from timeline.model import Document, Mention, Paragraph, Source
from timeline.pipeline import mentions

WAYS = ("publication date for all", "same sentence, else publication date", "this project")
READ = "corpus_apple"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WITHIN = {
    ("EVENT_MENTION", "TIMEX3"): {"IS_INCLUDED", "SIMULTANEOUS"},
    ("TIMEX3", "EVENT_MENTION"): {"INCLUDES", "SIMULTANEOUS"},
}
_CLOSES = re.compile(
    r"[.,;:!?%)\]]|['’](?:s|re|ve|ll|d|m)?|n['’]t|''"
)  # written on to what is before
_OPENS = re.compile(r"[(\[$€£]|``")


@dataclass(frozen=True)
class Link:
    """An event's place (paragraph, offset) and its day."""

    paragraph: int
    offset: int
    word: str
    day: str


@dataclass(frozen=True)
class Article:
    name: str
    document: Document
    links: tuple[Link, ...]


def read(path: Path) -> Article:
    """One CAT file: each of its sentences becomes a paragraph, the first is the headline."""
    root = ET.parse(path).getroot()
    marked = {m.get("m_id"): m for m in root.findall("./Markables/*")}
    created = next(m for m in marked.values() if m.get("functionInDocument") == "CREATION_TIME")
    texts: dict[int, str] = {}
    places: dict[str, tuple[int, int, str]] = {}
    before = ""
    for token in root.findall("token"):
        number, word = int(token.get("sentence", 0)), token.text or ""
        text = texts.get(number, "")
        if text and not _CLOSES.fullmatch(word) and not _OPENS.fullmatch(before):
            text += " "
        places[token.get("t_id", "")] = number + 1, len(text), word
        texts[number], before = text + word, word
    paragraphs = tuple(
        Paragraph(n + 1, text, boilerplate=n == 1) for n, text in sorted(texts.items())
    )
    source = Source(path.stem, texts[0], published=created.get("value"))
    return Article(path.stem, Document(source, paragraphs), tuple(_links(root, marked, places)))


def _links(
    root: ET.Element, marked: dict[str | None, ET.Element], places: dict[str, tuple[int, int, str]]
) -> Iterator[Link]:
    seen = set()
    for link in root.iter("TLINK"):
        ends = [marked[link.find(side).get("m_id")] for side in ("source", "target")]
        if link.get("reltype") not in _WITHIN.get((ends[0].tag, ends[1].tag), ()):
            continue
        time, event = sorted(ends, key=lambda end: end.tag != "TIMEX3")
        day = _DAY.match(time.get("value") or "")
        anchor = event.find("token_anchor")
        if day is None or anchor is None or event.get("m_id") in seen:
            continue
        seen.add(event.get("m_id"))
        paragraph, offset, word = places[anchor.get("t_id", "")]
        yield Link(paragraph, offset, word, day.group())


def answers(article: Article, parser: Parser) -> Iterator[tuple[str, ...]]:
    """For each link the date by each of the WAYS."""
    found = mentions(article.document)
    dates = Dates(article.document, found, parser)
    published = article.document.source.published or ""
    for link in article.links:
        origin = dates.of(link.paragraph, link.offset)
        inside = _same_sentence(article, found, link)
        yield published, inside or published, origin.when if origin else ""


def _same_sentence(
    article: Article, found: Mapping[int, Sequence[Mention]], link: Link
) -> str | None:
    """The nearest date of the sentence, whatever the tree says."""
    near = sorted(found.get(link.paragraph, ()), key=lambda m: abs(m.start - link.offset))
    return next((m.when for m in near if m.when), None)


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--errors", type=Path, help="write those of corpus_apple here")
    arguments = options.parse_args()
    corpora, parser = os.environ.get("TIMELINE_CORPORA", ""), load_parser("en")
    root = next(Path(corpora).rglob("meantime"), None) if corpora else None
    if parser is None or root is None:
        sys.exit("needs the extra `english`, and TIMELINE_CORPORA with a folder meantime in it")
    print("| " + " | ".join(("folder", "links", *WAYS)) + " |")
    print("|---|---:" + "|---:" * len(WAYS) + "|")
    errors, total = [], Counter[str]()
    for folder in sorted(p for p in root.iterdir() if p.is_dir()):
        counts, wrong = measure(folder, parser)
        total += counts
        errors += wrong if folder.name == READ else []
        print(_row(folder.name, counts))
    print(_row("both", total))
    if arguments.errors:
        arguments.errors.write_text("".join("\t".join(e) + "\n" for e in errors), "utf-8")


def measure(folder: Path, parser: Parser) -> tuple[Counter[str], list[tuple[str, ...]]]:
    """Right answers by way, and ours that are wrong: article, word, day, ours, sentence."""
    counts, wrong = Counter[str](), []
    for path in sorted(folder.glob("*.xml")):
        article = read(path)
        if not article.links:
            continue
        for link, given in zip(article.links, answers(article, parser), strict=True):
            right = [when.partition("T")[0] == link.day for when in given]
            counts["links"] += 1
            counts.update(way for way, good in zip(WAYS, right, strict=True) if good)
            if not right[-1]:
                text = article.document.paragraphs[link.paragraph - 1].text
                wrong.append((article.name, link.word, link.day, given[-1], text))
    return counts, wrong


def _row(name: str, counts: Counter[str]) -> str:
    shares = (f"{counts[way] / max(counts['links'], 1):.3f}" for way in WAYS)
    return "| " + " | ".join((name, str(counts["links"]), *shares)) + " |"


if __name__ == "__main__":
    main()
