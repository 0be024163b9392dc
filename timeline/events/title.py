"""A clause made into the title of a timeline entry: subject, verb, objects, and no date.

Every word comes from the source; words are left out, relatives and pronouns are replaced by the
names they stand for, nothing is added.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.events.clause import Clause, chain, coordinated, expression_root
from timeline.events.english import POSSESSIVES, RELATIVES, SAYING, TITLES
from timeline.events.parser import Tree
from timeline.events.phrases import LONGEST, SHORTEST, cut, tidy
from timeline.events.subject import SUBJECTS, Part, Resolve, Subjects
from timeline.events.words import words

_VERBS = frozenset({"VERB", "AUX"})
_CONNECTIVES = words(
    """
    also meanwhile however moreover then later earlier previously thus therefore still once again
    originally subsequently ago prior nonetheless nevertheless last only just now
    """
)
_ASIDES = frozenset({"relcl", "advcl", "acl", "appos", "parataxis"})
# What may go where a title is too long, with how many letters its loss weighs.
_SPARE = {
    "advcl": 0, "relcl": 0, "appos": 0, "parataxis": 0, "acl": 8, "npadvmod": 8, "prep": 8,
    "agent": 25, "conj": 30,
}  # fmt: skip
_CORE = frozenset({"dobj", "attr", "acomp", "oprd", "prt", "nsubj", "nsubjpass", "dative"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_POINTING = frozenset({"this", "these", "that", "those"})
_ARTICLES = frozenset({"the", "a", "an"})
_TIME_NOUNS = words(
    "time times year years month months week weeks day days hour hours decade decades"
)
_TRIES = 6
_SPELLED_OUT = {"d": "would", "ll": "will", "ve": "have", "re": "are"}
_BEFORE_DATE = words(
    "the early late mid about around only just back again on in at by until of for"
)
_DATE_PREPOSITIONS = words(
    "on in at by until till since from over during through within before after"
)
_BEFORE_NOUN = frozenset({"compound", "nmod", "amod", "nummod", "poss"})


class Wording:
    """The words of a clause in title order, and those left out so far.

    `dates` are the token ranges of all dated expressions of the sentence.
    """

    def __init__(
        self,
        tree: Tree,
        clause: Clause,
        dates: Sequence[range],
        subjects: Subjects,
        *,
        expand: Callable[[str], str] = str,
    ) -> None:
        self.tree, self.clause, self.subjects, self._expand = tree, clause, subjects, expand
        self.links = chain(tree, clause.head, clause.top)
        self.left_out: set[int] = set()
        self._in_full = True
        for date in dates:
            self._drop_date(date)
        self._drop_asides(dates)
        self._drop_brackets()
        self.order = self._nominal() if clause.nominal else self._verbal()

    def title(self) -> str:
        """At most 90 characters, cut at a phrase, with a capital and without a full stop."""
        self._drop_article()
        text = self.render()
        if len(text) > LONGEST:
            self._in_full = False
            self._drop_person_titles()
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
            if self.tree.tokens[index].dep in _ASIDES and index not in self.links:
                inside = set(self.tree.subtree(index))
                if self.clause.head not in inside:
                    kept -= inside
        return kept

    def render(self, *, without: frozenset[int] = frozenset()) -> str:
        """The kept words with the source's own spacing."""
        text, previous, covered = "", -2, -1
        first = next((p for p in self.order if p not in self.left_out), None)
        for part in self.order:
            if isinstance(part, str):
                text += f" {part}" if text else part
                previous = -2
            elif part == covered or part in self.left_out or part in without:
                continue
            else:
                token = self.tree.tokens[part]
                if part == previous + 1:
                    text += self.tree.text[self.tree.tokens[previous].end : token.start]
                elif text:
                    text += " "
                fuller = self.subjects.introduced(part) if self._in_full else None
                text += fuller or self._word(part, first=part == first)
                previous = covered = part + 1 if fuller else part
        return self._expand(tidy(text))

    def _word(self, index: int, *, first: bool) -> str:
        token = self.tree.tokens[index]
        lower = token.text.lower()
        if token.text[0] in "'’" and token.pos == "AUX" and lower[1:] in _SPELLED_OUT:
            return f" {_SPELLED_OUT[lower[1:]]}"  # its subject may have become another word
        owner = lower in POSSESSIVES and token.dep == "poss" and first
        if owner or (lower in ("him", "them") and token.dep in ("dobj", "pobj", "dative")):
            known = self.subjects.pronoun(index)
            name = " ".join(p if isinstance(p, str) else self.tree.tokens[p].text for p in known)
            if name:
                return f"{name}’s" if owner else name
            if owner:
                return ""  # "Their plan": nobody knows whose
        return token.text

    # Making it short.

    def _shorten(self) -> str | None:
        """Leaves out one branch, or a branch and all behind it: the least that makes it fit."""
        best: tuple[float, str, frozenset[int]] | None = None
        last_core = self._last_core()
        for index in self._spare_branches():
            branch = self._branch(index)
            loss = _SPARE[self.tree.tokens[index].dep]
            if self.tree.tokens[index].dep == "conj" and self._in_subject(index):
                loss += 60
            if any(self.tree.tokens[i].text.lower() in _TIME_NOUNS for i in branch):
                loss -= 25
            options = [branch]
            if min(branch) > last_core:
                options.append(branch | self._behind(index))
            for option in options:
                text = self.render(without=option)
                worth = len(text) - loss if len(text) <= LONGEST else -len(text) - loss
                if len(text) >= SHORTEST and (best is None or worth > best[0]):
                    best = worth, text, option
        if best is None:
            return None
        self.left_out |= best[2]
        return best[1]

    def _last_core(self) -> int:
        """The last word the clause can't do without: verb, object, complement, particle."""
        core = [c for v in self.links for c in self.tree.children[v]]
        heads = [c for c in core if self.tree.tokens[c].dep in _CORE]
        return max([*self.links, *heads])

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
            and i not in self.links
            and self.clause.head not in self.tree.subtree(i)
        ]

    def _branch(self, index: int) -> frozenset[int]:
        """A branch with the joining word or the commas around it."""
        tree = self.tree
        branch = set(tree.subtree(index))
        if tree.tokens[index].dep == "conj":
            siblings = tree.children[tree.tokens[index].head]
            branch |= {c for c in siblings if tree.tokens[c].dep in ("cc", "preconj")}
        first, last = min(branch), max(branch)
        if first > 0 and tree.tokens[first - 1].text == ",":
            branch.add(first - 1)
            if last + 1 < len(tree.tokens) and tree.tokens[last + 1].text == ",":
                branch.add(last + 1)
        return frozenset(branch)

    def _in_subject(self, index: int) -> bool:
        return any(self.tree.tokens[a].dep in SUBJECTS for a in self.tree.ancestors(index))

    # What never belongs in a title.

    def _drop_article(self) -> None:
        """ "The Harbour Council met": headlines begin with the name."""
        first = next((p for p in self.order if p not in self.left_out), "")
        opening = self.tree.tokens[first : first + 2] if isinstance(first, int) else ()
        if len(opening) == 2 and opening[0].text.lower() in _ARTICLES and opening[1].tag != "CD":
            shorter = self.render(without=frozenset({int(first)}))
            if len(shorter) >= SHORTEST:
                self.left_out.add(int(first))

    def _drop_person_titles(self) -> None:
        """ "Norlandic President Vera Orr" to "Vera Orr", where room is short."""
        for index, token in enumerate(self.tree.tokens):
            if token.entity != "PERSON" or token.head == index - 1:
                continue
            for child in self.tree.children[index]:
                before = self.tree.tokens[child]
                named = before.entity in ("PERSON",) and before.text.lower() not in TITLES
                if before.dep in ("compound", "amod", "nmod") and not named:
                    self.left_out.update(self.tree.subtree(child))

    def _drop_date(self, date: range) -> None:
        """An expression, the preposition that leads it, and its own "the" and "early"."""
        if not date:
            return
        tree, root = self.tree, expression_root(self.tree, date)
        self.left_out.update(date)
        self.left_out.update(c for c in tree.children[root] if tree.tokens[c].dep == "case")
        between = tree.tokens[date[-1] + 1 : tree.tokens[root].head]
        before_noun = tree.tokens[root].dep in _BEFORE_NOUN and tree.tokens[root].head > date[-1]
        before_noun = before_noun or any(t.tag == "POS" for t in between[:1])
        if before_noun and not any(t.text in ("(", ",") for t in between):
            return
        if tree.tokens[date[-1]].tag == "IN":  # "two days after the vote": the vote goes too
            self.left_out.update(tree.subtree(date[-1]))
        self.left_out.update(
            i
            for c in tree.children[root]
            if tree.tokens[c].dep == "relcl"
            for i in tree.subtree(c)
            if self.clause.head not in tree.subtree(c)
        )
        self._drop_time_zone(date[-1] + 1)
        before = date[0] - 1
        while before >= 0 and tree.tokens[before].text.lower() in _BEFORE_DATE:
            self.left_out.add(before)
            before -= 1
        if before >= 0 and tree.tokens[before].text.lower() in _DATE_PREPOSITIONS:
            self.left_out.add(before)

    def _drop_time_zone(self, index: int) -> None:
        following = [t.text.lower() for t in self.tree.tokens[index : index + 2]]
        if following == ["local", "time"]:
            self.left_out.update((index, index + 1))

    def _drop_asides(self, dates: Sequence[range]) -> None:
        """Attributions, words that only join sentences, and asides with a date of their own."""
        tree = self.tree
        dated = {i for date in dates for i in date}
        for index, token in enumerate(tree.tokens):
            lower = token.text.lower()
            if token.dep == "prep" and lower == "according":
                inside = set(tree.subtree(index))
                if self.clause.head not in inside:
                    self.left_out |= inside
            elif token.dep == "advmod" and lower in _CONNECTIVES and not tree.children[index]:
                if tree.text[token.end : token.end + 1] != "-":
                    self.left_out.add(index)
            elif token.dep in _ASIDES and index not in self.links:
                inside = set(tree.subtree(index))
                if self.clause.head not in inside and inside & dated:
                    self.left_out |= inside

    def _drop_brackets(self) -> None:
        opened = None
        for index, token in enumerate(self.tree.tokens):
            if token.text == "(":
                opened = index
            elif token.text == ")" and opened is not None:
                self.left_out.update(range(opened, index + 1))
                opened = None

    # What does belong, in order.

    def _nominal(self) -> list[Part]:
        tree, head = self.tree, self.clause.head
        if tree.tokens[head].pos == "ADJ":
            return self._named_by_adjective(head)
        drop = {c for c in tree.children[head] if tree.tokens[c].dep in ("conj", "cc", "relcl")}
        own: list[Part] = [*tree.subtree(head, without=frozenset(drop))]
        if own and tree.tokens[tree.subtree(head)[0]].text.lower() in _POINTING:
            own = own[1:]
        if self.clause.also is not None:
            own += tree.subtree(self.clause.also)
        wide = own if self._length(own) >= SHORTEST else self._widened(head)
        return wide or own

    def _length(self, order: Sequence[Part]) -> int:
        self.order = list(order)
        return len(self.render())

    def _widened(self, head: int) -> list[Part]:
        """For a bare "the vote" the noun it belongs to, or the clause it stands in."""
        tree = self.tree
        for above in tree.ancestors(head):
            token = tree.tokens[above]
            if token.pos in _VERBS and token.dep not in ("amod", "aux", "auxpass"):
                drop = coordinated(tree, [above]) | {
                    c
                    for c in tree.children[above]
                    if tree.tokens[c].dep in ("mark", "cc", *SUBJECTS)
                }
                return [
                    *self.subjects.of(above),
                    *self._unpunctuated(tree.subtree(above, without=frozenset(drop))),
                ]
            if token.pos in ("NOUN", "PROPN"):
                drop = frozenset(
                    c
                    for c in tree.children[above]
                    if tree.tokens[c].dep in ("relcl", "appos", "conj", "cc")
                    and head not in tree.subtree(c)
                )
                wide: list[Part] = [*tree.subtree(above, without=drop)]
                if self._length(wide) >= SHORTEST:
                    return wide
        return []

    def _named_by_adjective(self, head: int) -> list[Part]:
        """ "They held several calls, the last in June": the clause before it, and the last."""
        tree = self.tree
        verb = next((a for a in tree.ancestors(head) if tree.tokens[a].pos in _VERBS), None)
        noun = tree.child(verb, "dobj") if verb is not None else None
        if verb is None or noun is None:
            return [*tree.subtree(head)]
        own = [i for i in tree.subtree(noun) if i < head and tree.tokens[i].pos != "PUNCT"]
        group = [*self._auxiliaries(verb), verb]
        return [*self.subjects.of(verb), *group, *own, ",", "the", tree.tokens[head].text]

    def _verbal(self) -> list[Part]:
        tree, top = self.tree, self.clause.top
        if self.subjects.is_first_person(top):
            speech = self._first_person()
            if speech:
                return speech
        drop = set(coordinated(tree, self.links, self.links))
        drop |= {c for c in tree.children[top] if tree.tokens[c].dep in ("mark", "cc", *SUBJECTS)}
        in_front = [c for c in tree.children[top] if tree.tokens[c].dep == "ccomp" and c < top]
        if tree.child(top, "dobj", "ccomp") is not None:
            self._drop_quotation(top)
        said = [c for c in in_front if tree.tokens[top].text.lower() in SAYING]
        kept = tree.subtree(top, without=frozenset(drop | set(in_front)))
        lead = {i for i in kept if self._stands_in_front(i)}
        body: list[Part] = [
            *(i for i in self._unpunctuated(kept) if i not in lead and not self._is_relative(i))
        ]
        self._insert_antecedent(body)
        return [
            *self.subjects.of(top),
            *self._inherited(top),
            *self._copula(top),
            *body,
            *(part for c in said for part in self._speech(c)),
            *self._places_in_front(lead),
        ]

    def _speech(self, clause: int) -> list[Part]:
        """What was said, set behind the verb of saying: its capital goes, if no name has it."""
        said: list[Part] = [*self._unpunctuated(self.tree.subtree(clause))]
        first = self.tree.tokens[said[0]] if said and isinstance(said[0], int) else None
        if first is not None and first.tag in ("DT", "PRP$", "IN", "EX", "NNS", "NN"):
            said[0] = first.text[:1].lower() + first.text[1:]
        return said

    def _drop_quotation(self, top: int) -> None:
        """Words quoted after a colon, where the clause says something without them."""
        tree = self.tree
        for child in tree.children[top]:
            opened = next((i for i in tree.subtree(child) if i > top), -1)
            colon = tree.tokens[opened - 1 : opened + 1] if opened > 0 else ()
            if any(t.text == ":" for t in colon) and tree.tokens[child].dep != "dobj":
                own = tree.child(top, "dobj")
                other = [c for c in tree.children[top] if c < child and c > top]
                if own is not None or any(tree.tokens[c].dep == "ccomp" for c in other):
                    self.left_out.update(i for i in tree.subtree(child) if i >= opened)

    def _first_person(self) -> list[Part]:
        """ "We can have it ready", said by somebody: the saying stays, or nobody knows who."""
        tree = self.tree
        verb = next(
            (a for a in tree.ancestors(self.clause.top) if tree.tokens[a].text.lower() in SAYING),
            None,
        )
        subject = self.subjects.of(verb) if verb is not None else []
        if verb is None or not subject:
            return []
        drop = {c for c in tree.children[self.clause.top] if tree.tokens[c].dep == "mark"}
        speech = self._unpunctuated(tree.subtree(self.clause.top, without=frozenset(drop)))
        listener = tree.child(verb, "dobj")
        told = tree.subtree(listener) if listener is not None and listener > verb else []
        return [*subject, *self._auxiliaries(verb), verb, *told, "“", *speech, "”"]

    def _unpunctuated(self, indices: Sequence[int]) -> list[int]:
        kept = list(indices)
        while kept and self.tree.tokens[kept[-1]].text in (",", ".", ";", ":"):
            kept.pop()
        return kept

    def _is_relative(self, index: int) -> bool:
        token = self.tree.tokens[index]
        if token.text.lower() not in RELATIVES or not token.tag.startswith("W"):
            return False
        clause = (a for a in self.tree.ancestors(index) if self.tree.tokens[a].dep == "relcl")
        return next(clause, None) == self.clause.top

    def _stands_in_front(self, index: int) -> bool:
        """Before the subject, where a title doesn't begin."""
        subject = self.tree.child(self.clause.top, *SUBJECTS)
        if subject is None or index >= self.clause.top:
            return False
        inside = self.tree.tokens[index].dep in ("aux", "auxpass", "neg")
        return index < self.tree.subtree(subject)[0] and not inside

    def _places_in_front(self, lead: set[int]) -> list[Part]:
        """Of the phrases before the subject those that may say where move to the end."""
        kept: list[Part] = []
        for child in self.tree.children[self.clause.top]:
            word = self.tree.tokens[child].text.lower()
            if child not in lead or word not in ("in", "at", "near"):
                continue
            inside = [i for i in self.tree.subtree(child) if i not in (child, *self.left_out)]
            if any(self.tree.tokens[i].entity in _PLACES for i in inside):
                doubled = self.tree.tokens[inside[0]].pos == "ADP"
                kept += [*([] if doubled else [word]), *self._unpunctuated(inside)]
        return kept

    def _insert_antecedent(self, body: list[Part]) -> None:
        """What a relative clause says of an object: "a plan that Orr is to detail"."""
        tree, top = self.tree, self.clause.top
        subject = tree.child(top, *SUBJECTS)
        if tree.tokens[top].dep != "relcl" or subject is None or self._is_relative(subject):
            return
        lead = [i for i in tree.subtree(top) if i < top]
        if any(tree.tokens[i].tag in ("WRB", "WP$") for i in lead):
            return
        objects = [c for c in tree.children[self.clause.head] if tree.tokens[c].dep == "dobj"]
        if objects and not any(tree.tokens[c].tag.startswith("W") for c in objects):
            return
        at = body.index(self.clause.head) + 1 if self.clause.head in body else len(body)
        body[at:at] = self.subjects.antecedent(tree.tokens[top].head)

    def _auxiliaries(self, verb: int) -> list[int]:
        return [
            c
            for c in self.tree.children[verb]
            if self.tree.tokens[c].dep in ("aux", "auxpass", "neg") and c < verb
        ]

    def _copula(self, top: int) -> list[Part]:
        """ "a plan drafted in May" is a plan that *was* drafted."""
        token = self.tree.tokens[top]
        if token.dep != "acl" or token.tag != "VBN" or self._auxiliaries(top):
            return []
        return ["were" if self.tree.tokens[token.head].tag in ("NNS", "NNPS") else "was"]

    def _inherited(self, top: int) -> list[int]:
        """The auxiliaries a joined verb shares with the first: "will meet and *discuss*"."""
        token = self.tree.tokens[top]
        if token.dep != "conj" or self._auxiliaries(top) or token.tag in ("VBD", "VBZ", "VBP"):
            return []
        return self._auxiliaries(token.head)


def make_title(
    tree: Tree, clause: Clause, dates: Sequence[range], *, resolve: Resolve = lambda _: None
) -> str:
    """The title of a clause; see `Wording.title`."""
    return Wording(tree, clause, dates, Subjects(tree, resolve)).title()
