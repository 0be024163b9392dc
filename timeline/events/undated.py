"""Events whose own sentence has no date: few, and only those that the article is about.

Chosen in two steps: words first, over all sentences and cheap; then the tree of the few that are
left, which says whether the clause stands as an event. A date is given only where a reader would
take it for granted: that of the two sentences before, or the day of publication for the news of
that day. What is told as background gets none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.events.clause import Clause, clause_at
from timeline.events.dating import Aspect, Origin, Story, aspect, days, is_recent
from timeline.events.parser import Tree
from timeline.events.phrases import SHORTEST
from timeline.events.plain_title import verb_at
from timeline.events.reading import Sentence
from timeline.events.salience import Salience, score
from timeline.events.verb_kinds import kind_of_verb, main_verb
from timeline.events.words import words
from timeline.model import Event

LEAST = 0.45
"""Salience below which a sentence without a date is left alone."""
LEAST_PUBLISHED = 0.5
"""The same for an event that would take the day of publication: the weaker ground."""
MOST = 8
"""Sentences without a date that are looked into, of one document."""

_SHORTEST = 5  # words
_OPENS_QUOTE = ("“", '"', "«", "„", "‘", "'")
# Told as background, as a habit, or as something that may be.
_NOT_NEWS = re.compile(
    r"\b(?:had|would|could|should|might|may|will|if|previously|earlier|formerly|repeatedly|often"
    r"|usually|always|sometimes|never|not|already|so far|every|ever|once|historically|originally"
    r"|reports say)\b",
    re.I,
)
# "three months after the fight", "since the vote": a date that is told and not known.
_HANGS_ON = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?|decades?)\s+(?:after|before|later|earlier|following)\b"
    r"|\bsince\b",
    re.I,
)
_LEADS_ON = re.compile(r"^(?:After|When|While|As|Although|Though|Once|Before)\b[^,]{3,80},\s+")
_PERFECT = re.compile(r"\b(?:has|have)\b|[’']ve\b")
_VERBS_TOLD = frozenset({"change", "act"})
_SUBJECTS = ("nsubj", "nsubjpass")
_PRONOUNS = words("he she it they his her its their our my your")
_NOBODY = words("i we you there this that these those who which what many some others")
_MONTH = 31


def choose(sentences: Sequence[Sentence], salience: Salience) -> frozenset[int]:
    """The indices of the sentences without a date that are worth a look, most salient first."""
    ranked = []
    for sentence in sentences:
        if sentence.mentions or not may_tell(sentence):
            continue
        parts = salience.parts(sentence.paragraph, sentence.text, date_from="published")
        if score(parts) >= LEAST:
            ranked.append((-score(parts), sentence.index))
    return frozenset(index for _, index in sorted(ranked)[:MOST])


def may_tell(sentence: Sentence) -> bool:
    """Whether the words of a sentence allow an event of change: a cheap look, no tree."""
    if not is_narrated(sentence) or len(sentence.text.split()) < _SHORTEST:
        return False
    text = _LEADS_ON.sub("", sentence.text)
    verb = main_verb(text)
    if kind_of_verb(verb) not in _VERBS_TOLD or _NOT_NEWS.search(_up_to(text, verb)):
        return False
    return not _HANGS_ON.search(text)


def is_narrated(sentence: Sentence) -> bool:
    """Whether the article itself speaks, and nobody whom it quotes."""
    return not sentence.quoted and not sentence.text.startswith(_OPENS_QUOTE)


def plain_aspect(text: str) -> Aspect:
    """How a sentence that `may_tell` is told, without a tree."""
    verb = main_verb(text)
    return "perfect" if _PERFECT.search(_up_to(text, verb)) else "past"


def _up_to(text: str, verb: str) -> str:
    return text[: text.find(verb) + len(verb)]


def clauses(tree: Tree) -> Iterator[tuple[Clause, Aspect]]:
    """The clauses of a sentence that stand as events, with how they are told.

    The main one, and those joined to it that have a subject of their own.
    """
    root = next((i for i, t in enumerate(tree.tokens) if t.head == i), None)
    if root is None or _NOT_NEWS.search(tree.text[: tree.tokens[root].start]):
        return
    joined = [
        c for c in tree.children[root] if tree.tokens[c].dep == "conj" and tree.child(c, *_SUBJECTS)
    ]
    for verb in (root, *joined):
        how = aspect(tree, verb)
        if how in ("past", "perfect") and _stands(tree, verb):
            clause = clause_at(tree, verb)
            if not _HANGS_ON.search(tree.text, clause.start, clause.end):
                yield clause, how


def _stands(tree: Tree, verb: int) -> bool:
    """Whether a verb tells something that happened once, to something that has a name."""
    token = tree.tokens[verb]
    if kind_of_verb(token.text) not in _VERBS_TOLD or token.tag == "VBG":
        return False
    subject = tree.child(verb, *_SUBJECTS)
    if subject is None or tree.tokens[subject].text.lower() in _NOBODY:
        return False
    whose = any(tree.tokens[c].tag == "PRP$" for c in tree.children[subject])
    cut = tree.tokens[verb - 1].text == ","  # "a truce, agreed for May": the parse took it wrong
    below = {tree.tokens[c].dep for c in tree.children[verb]}
    return not whose and not cut and not below & {"neg", "mark"}


def subject_of(tree: Tree, verb: int) -> str:
    """The noun that is the subject of a verb; "" where it is a pronoun, which a title replaces."""
    subject = tree.child(verb, *_SUBJECTS)
    named = subject is not None and tree.tokens[subject].pos == "NOUN"
    return tree.tokens[subject].text if subject is not None and named else ""


def reads_alone(title: str, verb: str, subject: str = "") -> bool:
    """Whether a title says who did what: the verb, and before it a subject that is no pronoun.

    `subject` is the noun that the sentence has there.
    """
    first = title.partition(" ")[0].lower()
    opens = first != verb.lower() and verb_at(title) != 0 and first not in _NOBODY | _PRONOUNS
    whole = bool(verb) and verb in title and (subject.islower() <= (subject in title.lower()))
    return len(title) >= SHORTEST and opens and whole


def is_worth_it(event: Event) -> bool:
    """Whether a proposed event is near enough to what its article is about."""
    least = {"text": 0.0, "context": LEAST, "published": LEAST_PUBLISHED}[event.date_from]
    return event.salience is not None and event.salience >= least


def origin(story: Story, sentence: Sentence, how: Aspect, published: str | None) -> Origin | None:
    """The date that a clause without one has by its place in the article; None where unsure."""
    if sentence.mentions:
        # It has a date, which isn't said to be this clause's: of old, or it may well be its own.
        recent = any(m.when and is_recent(m.when, published) for m in sentence.mentions)
        return story.published() if story.is_of_the_day() and not recent else None
    near = story.before(sentence.index, sentence.paragraph)
    if near is not None and how == "past":
        same = near.paragraph == sentence.paragraph
        holds = same or (story.is_lead(near.paragraph, near=1) and is_recent(near.when, published))
        return near if holds and _is_fine(near.when) else None
    return story.published() if story.is_of_the_day() else None


def _is_fine(when: str) -> bool:
    """Whether a date is known to the month: a year says too little about the next sentence."""
    span = days(when)
    return span is not None and span[1] - span[0] < _MONTH
