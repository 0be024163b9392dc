"""What belongs in a title, in its order: subject, auxiliaries, verb, objects, what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.events.clause import Clause, coordinated
from timeline.events.english import LIGHT, NEEDS_OBJECT, POSTING, RELATIVES, RULING, SAYING
from timeline.events.parser import Tree
from timeline.events.subject import SUBJECTS, Part, Subjects
from timeline.events.unreal import chain

_VERBS = frozenset({"VERB", "AUX"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_POINTING = frozenset({"this", "these", "that", "those"})


class Order:
    """The parts of one clause's title. `left_out` grows where a part needs something gone."""

    def __init__(self, tree: Tree, clause: Clause, subjects: Subjects, left_out: set[int]) -> None:
        self.tree, self.clause, self.subjects, self.left_out = tree, clause, subjects, left_out
        self.links = chain(tree, clause.head, clause.top)

    def parts(self) -> list[Part]:
        """Token indices, and texts for words that stand elsewhere."""
        return self._nominal() if self.clause.nominal else self._verbal()

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
        return own

    def wider(self) -> list[list[Part]]:
        """For a bare "the vote": the nouns it belongs to, and the clause it stands in.

        Its date isn't that of a clause that only speaks of it: "the vote that Orr denounced", "the
        vote, before which Orr left".
        """
        tree, below = self.tree, self.clause.head
        found: list[list[Part]] = []
        for above in tree.ancestors(below):
            token = tree.tokens[above]
            if token.pos in _VERBS and token.dep not in ("amod", "aux", "auxpass"):
                return [*found, self._spoken_of(above, below)]
            if token.pos in ("NOUN", "PROPN"):
                drop = frozenset(
                    c
                    for c in tree.children[above]
                    if tree.tokens[c].dep in ("relcl", "appos", "conj", "cc")
                    and self.clause.head not in tree.subtree(c)
                )
                found.append([*tree.subtree(above, without=drop)])
            below = above
        return found

    def around(self) -> Iterator[list[Part]]:
        """For a verb whose subject nobody can name: its noun with it as a relative ("the port it
        left"), the clause it stands in ("the ship sank since it left port")."""
        tree, below = self.tree, self.clause.top
        for above in tree.ancestors(below):
            token = tree.tokens[above]
            where = any(tree.tokens[c].tag == "WRB" for c in tree.children[below])
            joined = tree.tokens[below].dep in ("relcl", "acl") and not where
            if token.pos in ("NOUN", "PROPN") and joined:
                loose = ("relcl", "acl", "appos", "conj", "cc")
                drop = [c for c in tree.children[above] if tree.tokens[c].dep in loose]
                kept = tree.subtree(above, without=frozenset(c for c in drop if c != below))
                yield [*self._unpunctuated(kept)]
            elif token.pos in _VERBS and self.subjects.of(above):
                if above < self.clause.top or tree.tokens[below].dep == "csubj":
                    yield self._whole_clause(above)
                return
            below = above

    def _spoken_of(self, verb: int, part: int) -> list[Part]:
        """The clause of `verb`, or the noun with it as a relative where it has another date."""
        tree, link = self.tree, self.tree.tokens[part]
        clause = self._whole_clause(verb)
        lower = tree.tokens[verb].text.lower()
        told = tree.child(verb, *SUBJECTS) is not None and lower not in LIGHT | POSTING
        as_object = link.dep == "dobj" and part == self.clause.head
        before_or_after = link.dep == "prep" and link.text.lower() in ("before", "after", "since")
        if not told or not (as_object or before_or_after):
            return clause
        inside = set(tree.subtree(part))
        rest = [p for p in clause if p not in inside]
        if as_object:
            return [*self._nominal(), "that", *rest]
        return [*self._nominal(), ",", link.text.lower(), "which", *rest]

    def _whole_clause(self, verb: int) -> list[Part]:
        outside = ("mark", "cc", *SUBJECTS)
        drop = {c for c in self.tree.children[verb] if self.tree.tokens[c].dep in outside}
        drop |= coordinated(self.tree, [verb])
        kept = self.tree.subtree(verb, without=frozenset(drop))
        subject = self.subjects.of(verb)
        first = next((p for p in subject if isinstance(p, int)), 0)
        while kept and kept[0] < first and self.tree.tokens[kept[0]].pos == "PUNCT":
            kept.pop(0)  # of a word before the subject: "However, the port ..."
        return [*subject, *self._unpunctuated(kept)]

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
        said = [c for c in in_front if self._is_speech(c)]
        kept = tree.subtree(top, without=frozenset(drop | set(in_front)))
        lead = {i for i in kept if self._stands_in_front(i)}
        body: list[Part] = [
            *(i for i in self._unpunctuated(kept) if i not in lead and not self._is_relative(i))
        ]
        self._insert_antecedent(body)
        if said:
            told = tree.child(top, "dobj", "dative")
            last = max(top, *tree.subtree(told)) if told is not None and told > top else top
            at = body.index(last) + 1 if last in body else len(body)
            body[at:at] = [part for c in said for part in self._speech(c)]
        return [
            *self.subjects.of(top),
            *self._inherited(top),
            *self._copula(top),
            *self._finite(body),
            *self._places_in_front(lead),
        ]

    def _is_speech(self, clause: int) -> bool:
        """A clause in front, up to a comma, of a verb that tells what was said."""
        if self.tree.tokens[self.clause.top].text.lower() not in SAYING | RULING:
            return False
        subject = self.tree.child(self.clause.top, *SUBJECTS)
        if subject is None:
            return True
        first = self.tree.subtree(subject)[0]
        between = {t.text for t in self.tree.tokens[max(self.tree.subtree(clause)) + 1 : first]}
        return subject > self.clause.top or ("," in between and "and" not in between)

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
        token = self.tree.tokens[index]
        inside = token.dep in ("aux", "auxpass", "neg") and token.head == self.clause.top
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
        head = tree.tokens[self.clause.head].text.lower()
        hangs = tree.tokens[top].dep == "relcl" or (
            tree.tokens[top].dep == "acl" and head in NEEDS_OBJECT
        )
        if not hangs or subject is None or self._is_relative(subject):
            return
        if self.subjects.is_whole_sentence(top):
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
        """ "A plan drafted in May" *was* drafted, "a plan to be drafted" *is* to be."""
        token, noun = self.tree.tokens[top], self._subject_noun(top)
        verb_forms = [self.tree.tokens[i] for i in self._auxiliaries(top)]
        to_be = [t.text.lower() for t in verb_forms] == ["to", "be"]
        lasting = token.tag == "VBG" and token.dep == "acl" and not self.tree.child(top, "dobj")
        joined = token.dep in ("acl", "advcl") and not verb_forms
        if noun is None or not (to_be or (joined and (lasting or token.tag == "VBN"))):
            return []
        plural = self.tree.tokens[noun].tag in ("NNS", "NNPS")
        if self.clause.ahead or to_be:
            return ["are" if plural else "is"]
        return ["were" if plural else "was"]

    def _finite(self, body: list[Part]) -> list[Part]:
        """ "With prices *falling*", "Orr *having* to flee": a title has a verb that is finite."""
        tree, top = self.tree, self.clause.top
        first = [*self._auxiliaries(top), top][0]
        noun, token = self._subject_noun(top), tree.tokens[first]
        if token.tag != "VBG" or noun is None or self.clause.ahead or first not in body:
            return body
        lower, own = token.text.lower(), tree.child(top, *SUBJECTS) is not None
        plural = tree.tokens[noun].tag in ("NNS", "NNPS")
        be = "were" if plural else "was"
        finite = {"having": "had", "being": be}.get(lower, f"{be} {token.text}" if own else "")
        return [finite if part == first and finite else part for part in body]

    def _subject_noun(self, top: int) -> int | None:
        """The word that says how many: of "the index of shares" the index."""
        parts = [p for p in self.subjects.of(top) if isinstance(p, int)]
        return next((p for p in parts if self.tree.tokens[p].head not in parts), None)

    def _inherited(self, top: int) -> list[int]:
        """The auxiliaries a joined verb shares with the first: "will meet and *discuss*"."""
        tree, token = self.tree, self.tree.tokens[top]
        if token.dep != "conj" or self._auxiliaries(top) or token.tag in ("VBD", "VBZ", "VBP"):
            return []
        shared, above = self._auxiliaries(token.head), token.head
        while any(tree.tokens[i].tag == "TO" for i in shared) and tree.tokens[above].dep == "xcomp":
            above = tree.tokens[above].head  # "*expects to* obtain approval and finish"
            told = tree.child(above, "dobj")
            told = told if told is not None and above < told < token.head else None
            listener = tree.subtree(told) if told is not None else []
            shared = [*self._auxiliaries(above), above, *listener, *shared]
        return shared
