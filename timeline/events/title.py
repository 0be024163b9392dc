"""A clause made into the title of a timeline entry: subject, verb, objects, and no date.

Every word comes from the source; words are left out, relatives and pronouns are replaced by the
names they stand for, nothing is added.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.events.clause import Clause
from timeline.events.english import POSSESSIVES
from timeline.events.omissions import (
    ASIDES,
    names_time,
    omitted,
    person_titles,
    spare_words,
    time_phrases,
    told_of_another_day,
    with_commas,
)
from timeline.events.order import Order
from timeline.events.parser import Tree
from timeline.events.phrases import LONGEST, SHORTEST, cut, tidy
from timeline.events.subject import SUBJECTS, Subjects
from timeline.events.unreal import chain

# What may go where a title is too long, with how many letters its loss weighs.
_SPARE = {
    "advcl": 0, "relcl": 0, "appos": 0, "parataxis": 0, "acl": 8, "npadvmod": 8, "prep": 8,
    "agent": 25, "conj": 15,
}  # fmt: skip
_CORE = frozenset({"dobj", "attr", "acomp", "oprd", "prt", "nsubj", "nsubjpass", "dative"})
_LOWERED = frozenset({"VBN", "VBG", "DT", "JJ", "NN", "NNS", "PRP$", "IN"})
_CONTENT = frozenset({"ccomp", "xcomp"})
_ARTICLES = frozenset({"the", "a", "an", "this", "these", "that", "those"})
_TRIES = 6
_SPELLED_OUT = {"d": "would", "ll": "will", "ve": "have", "re": "are"}


class Wording:
    """The words of a clause in title order, and those left out so far.

    `dates` are the token ranges of all dated expressions of the sentence, `own` that of the
    expression that dates the clause.
    """

    def __init__(
        self,
        tree: Tree,
        clause: Clause,
        dates: Sequence[range],
        subjects: Subjects,
        *,
        own: range = range(0),
        expand: Callable[[str], str] = str,
    ) -> None:
        self.tree, self.clause, self.subjects, self._expand = tree, clause, subjects, expand
        self.links = chain(tree, clause.head, clause.top)
        self.left_out = omitted(tree, clause, self.links, dates)
        self._in_full = True
        self._fuller: dict[int, tuple[str, int] | None] = {}
        if own and not clause.nominal:
            for other in (d for d in dates if d and d != own):
                self.left_out |= told_of_another_day(tree, self._last_core(), own, other)
        order = Order(tree, clause, subjects, self.left_out)
        self.order = order.parts()
        if clause.nominal and len(self.render()) < SHORTEST:
            self._widen(order)
        elif not clause.nominal and not subjects.of(clause.top):
            self._stand_around(order)

    def _stand_around(self, order: Order) -> None:
        """Without a subject what stands around the clause, as far as it fits with its verb."""
        own, last = self.order, self.tree.tokens[self._last_core()].text
        if self.subjects.is_first_person(self.clause.top):
            return  # a speaker tells it, or nobody knows who
        for wider in order.around():
            self.order = wider
            if f" {last}" in cut(self.render()):
                return
        self.order = own

    def _widen(self, order: Order) -> None:
        own = self.order
        for wider in order.wider():
            self.order = wider
            if len(self.render()) >= SHORTEST:
                return
        self.order = own

    def title(self) -> str:
        """At most 90 characters, cut at a phrase, with a capital and without a full stop."""
        self._drop_article()
        text = self.render()
        if len(text) > LONGEST:
            self._in_full = False
            self.left_out |= person_titles(self.tree)
            self.left_out |= time_phrases(self.tree, self.clause) | spare_words(self.tree)
            text = self.render()
        for _ in range(_TRIES):
            if len(text) <= LONGEST:
                break
            text = self._shorten() or text
        return cut(text)

    def scope(self) -> set[int]:
        """The words of the whole clause, as far as they aren't asides: where its names stand."""
        kept = {p for p in self.order if isinstance(p, int)} - self.left_out
        for index in sorted(kept):
            if self.tree.tokens[index].dep in ASIDES and index not in self.links:
                inside = set(self.tree.subtree(index))
                if self.clause.head not in inside:
                    kept -= inside
        return kept

    def render(self, *, without: frozenset[int] = frozenset(), rough: bool = False) -> str:
        """The kept words with the source's own spacing; `rough` will do to compare lengths."""
        text, previous = "", -2
        gone = self.left_out | without
        first = next((p for p in self.order if p not in self.left_out), None)
        for part in self.order:
            if isinstance(part, str):
                text += f" {part}" if text else part
                previous = -2
            elif part in gone or self._splits(part, text, gone):
                continue
            else:
                token = self.tree.tokens[part]
                if part == previous + 1:
                    text += self.tree.text[self.tree.tokens[previous].end : token.start]
                elif text:
                    text += " "
                fuller = self._introduced(part) if self._in_full else None
                previous = part
                if fuller is None:
                    text += self._word(part, first=part == first)
                    continue
                text += fuller[0] if text else fuller[0].removeprefix("the ")
                gone |= set(range(part, fuller[1] + 1))
                previous = fuller[1]
        return self._expand(text if rough else tidy(text))

    def _introduced(self, index: int) -> tuple[str, int] | None:
        if index not in self._fuller:
            self._fuller[index] = self.subjects.introduced(index)
        return self._fuller[index]

    def _splits(self, comma: int, before: str, gone: set[int]) -> bool:
        """A comma between subject and verb, whose pair was left out with what stood between."""
        if self.tree.tokens[comma].text != "," or "," in before:
            return False
        rest = self.order[self.order.index(comma) + 1 :]
        follows = next((p for p in rest if p not in gone), None)
        top = self.clause.top
        return follows == top or (
            isinstance(follows, int)
            and self.tree.tokens[follows].head == top
            and self.tree.tokens[follows].dep in ("aux", "auxpass")
        )

    def _word(self, index: int, *, first: bool) -> str:
        token = self.tree.tokens[index]
        lower = token.text.lower()
        if index == 0 and not first and not token.entity and token.tag in _LOWERED:
            return f"{token.text[:1].lower()}{token.text[1:]}"  # "Unveiled in May, ...": not first
        if token.text[0] in "'’" and token.pos == "AUX" and lower[1:] in _SPELLED_OUT:
            return f" {_SPELLED_OUT[lower[1:]]}"  # its subject may have become another word
        if first and token.text[0] in "'’" and token.pos == "AUX" and lower[1:] == "s":
            perfect = token.dep == "aux" and self.tree.tokens[token.head].tag == "VBN"
            return "has" if perfect else "is"
        owner = lower in POSSESSIVES and token.dep == "poss" and first
        if owner or (lower in ("him", "them") and token.dep in ("dobj", "pobj", "dative")):
            known = self.subjects.pronoun(index)
            name = " ".join(p if isinstance(p, str) else self.tree.tokens[p].text for p in known)
            if name and not (owner and len(name) > LONGEST // 2):
                return f"{name}’s" if owner else name
            if owner:
                return ""  # "Their plan": nobody knows whose
        return token.text

    # Making it short.

    def _shorten(self) -> str | None:
        """Leaves out one branch, or a branch and all behind it: the least that makes it fit.

        Where that would take half the title, an aside goes first even if it isn't enough.
        """
        fitting: tuple[float, frozenset[int], int] | None = None
        aside: tuple[float, frozenset[int]] | None = None
        last_core = self._last_core()
        for index in self._spare_branches():
            branch, dep = self._branch(index), self.tree.tokens[index].dep
            options = [branch]
            if min(branch) > last_core:
                options.append(branch | self._behind(index))
            for option in options:
                text = self.render(without=option, rough=True)
                worth = (len(text) if len(text) <= LONGEST else -len(text)) - self._loss(index)
                if len(text) >= SHORTEST and (fitting is None or worth > fitting[0]):
                    fitting = worth, option, len(text)
                longer = len(text) > LONGEST and dep in ASIDES and option is branch
                if longer and (aside is None or worth > aside[0]):
                    aside = worth, option
        if fitting is None:
            return None
        first = aside if aside is not None and fitting[2] < LONGEST // 2 else fitting
        self.left_out |= first[1]
        return self.render()

    def _loss(self, index: int) -> int:
        """How many letters the loss of a branch weighs."""
        token = self.tree.tokens[index]
        loss = _SPARE[token.dep] + (20 if token.text.lower() == "of" else 0)
        if token.dep == "conj" and self._in_subject(index):
            loss += 60
        if token.dep == "prep" and self._says_what(index):
            loss += 20
        return loss - 25 if names_time(self.tree, self._branch(index)) else loss

    def _says_what(self, index: int) -> bool:
        """ "A jump *in profit*", "passed it *as* the leader": half a statement without."""
        token, above = self.tree.tokens[index], self.tree.tokens[self.tree.tokens[index].head]
        object_of = above.dep in ("dobj", "attr") and index == token.head + 1
        return object_of or (token.text.lower() == "as" and above.pos == "VERB")

    def _last_core(self) -> int:
        """The last word the clause can't do without: verb, object, complement, particle."""
        verbs = list(self.links)
        for verb in verbs:  # grows: what was said has an object of its own
            below = self.tree.children[verb]
            said = (c for c in below if self.tree.tokens[c].dep in _CONTENT)
            if self.tree.child(verb, "dobj") is None or verb not in self.links:
                verbs += [c for c in said if c not in verbs and c not in self.left_out]
        core = {c for v in verbs for c in self.tree.children[v]}
        core = {c for c in core if self.tree.tokens[c].dep in _CORE} - self.left_out
        return max({*verbs, *core})

    def _behind(self, index: int) -> frozenset[int]:
        at = self.order.index(index)
        while at > 0 and self.order[at - 1] in set(self.tree.subtree(index)):
            at -= 1
        return frozenset(p for p in self.order[at:] if isinstance(p, int))

    def _spare_branches(self) -> list[int]:
        kept = sorted({p for p in self.order if isinstance(p, int)} - self.left_out)
        return [
            i
            for i in kept
            if self.tree.tokens[i].dep in _SPARE
            and not self._is_bound(i)
            and i not in self.links
            and self.clause.head not in self.tree.subtree(i)
        ]

    def _is_bound(self, index: int) -> bool:
        """ "Steel, fuel and energy" keeps its "and", "the chief and founder Orr" and "the car maker
        Halden" their names, "costs associated with the move" what they are associated with;
        nothing ends in a hyphen."""
        tree, token = self.tree, self.tree.tokens[index]
        above, first = tree.tokens[token.head], tree.subtree(index)[0]
        participle = above.dep == "acl" and above.tag == "VBN" and token.dep in ("prep", "agent")
        hyphened = token.start > 0 and tree.text[token.start - 1] == "-"
        tight = token.dep == "appos" and tree.tokens[first - 1].pos != "PUNCT"
        later = token.dep == "conj" and above.dep == "conj"
        between = tree.tokens[token.head + 1 : index + 1]
        inside = {tree.tokens[i].entity for i in tree.subtree(index)}
        named = token.dep == "conj" and "PERSON" in inside and above.entity != "PERSON"
        later = later or (named and self._in_subject(index))
        one_name = token.entity and all(t.entity == token.entity and not t.opens for t in between)
        participle = participle or (above.pos == "ADJ" and index == token.head + 1)
        return participle or hyphened or tight or later or bool(one_name and between)

    def _branch(self, index: int) -> frozenset[int]:
        """A branch with the joining word or the commas around it."""
        tree = self.tree
        branch = set(tree.subtree(index))
        if tree.tokens[index].dep == "conj":
            siblings = tree.children[tree.tokens[index].head]
            branch |= {c for c in siblings if tree.tokens[c].dep in ("cc", "preconj")}
        return frozenset(with_commas(tree, branch))

    def _in_subject(self, index: int) -> bool:
        return any(self.tree.tokens[a].dep in SUBJECTS for a in self.tree.ancestors(index))

    def _drop_article(self) -> None:
        """ "The Harbour Council met", "This decision ...": headlines begin with the noun."""
        first = next((p for p in self.order if p not in self.left_out), "")
        opening = self.tree.tokens[first : first + 2] if isinstance(first, int) else ()
        if isinstance(first, int) and self._introduced(first):
            return
        if len(opening) == 2 and opening[0].text.lower() in _ARTICLES and opening[1].tag != "CD":
            shorter = self.render(without=frozenset({int(first)}))
            if len(shorter) >= SHORTEST:
                self.left_out.add(int(first))
