"""What a person hands to the page, files, a text or addresses -> sources, and a journal step."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from timeline.errors import ProjectError, SourceError, TimelineError, UsageError
from timeline.intake import Original, dating, known
from timeline.intake import bring as intake
from timeline.intake.add import Added, slug
from timeline.intake.copied import Copies
from timeline.readers import text
from timeline.readers.decode import decode
from timeline.review.actions import Desk
from timeline.review.held import Held, held, lighten
from timeline.review.journal import Move, Step
from timeline.review.upload import Parcel

ADDRESSES = 20
"""Addresses of one form: they are fetched one after the other, while somebody waits."""
PASTED = "pasted.txt"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+|www\.\S+")
_HEADLINE = 120  # characters of a first line that may be a headline
_WORDS = 8  # of a title made from running text
_TAKEN = "give it a title of your own (below “More”), or take the other one out first"
Get = Callable[[str], Original]


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of a parcel: the step, names that were there already, copies, and errors."""

    step: Step | None = None
    new: tuple[str, ...] = ()
    already: tuple[str, ...] = ()
    copies: tuple[Held, ...] = ()
    failed: tuple[TimelineError, ...] = ()


def bring(desk: Desk, parcel: Parcel, get: Get) -> Arrived:
    """Write the sources that a parcel holds, but no copies; `get` fetches an address.

    What fails costs nothing else. Raises UsageError where there is nothing in it, or too much.
    """
    words = parcel.fields.get("words", "").replace("\r\n", "\n")
    asked = addresses(words)
    there = known.addresses(desk.shelf.path) if asked else {}
    already = [there[known.key(one)].stem for one in asked if known.key(one) in there]
    asked = [one for one in asked if known.key(one) not in there]
    if len(asked) > ADDRESSES:
        what = f"these are more than {ADDRESSES} addresses"
        raise UsageError(what, hint="fewer at once, or `timeline add` in the terminal")
    todo = [partial(Original, data, name) for name, data in parcel.files]
    todo += [partial(get, address) for address in asked]
    if words.strip() and not asked and not already:
        todo.append(partial(Original, words.encode("utf-8", "replace"), PASTED))
    title = " ".join(parcel.fields.get("title", "").split()) or None
    if not todo and not already:
        raise UsageError("there is nothing to add yet", hint="choose a file, or paste a text")
    if title and len(todo) > 1:
        raise UsageError("a title is for one article", hint="leave it out, or add one by itself")
    found = _each(desk, todo, title, keep=bool(parcel.fields.get("keep")))
    already += [one.path.stem for one in found.added if one.already]
    new = [one for one in found.added if not one.already]
    step = note(desk, new) if new else None
    names = tuple(one.path.stem for one in new)
    return Arrived(step, names, tuple(already), tuple(found.copies), tuple(found.failed))


@dataclass(frozen=True, slots=True)
class _Found:
    """What each original gave, in their order."""

    added: list[Added] = field(default_factory=list)
    copies: list[Held] = field(default_factory=list)
    failed: list[TimelineError] = field(default_factory=list)


def _each(
    desk: Desk, todo: Iterable[Callable[[], Original]], title: str | None, *, keep: bool
) -> _Found:
    """The sources of each original, the copies among them, and what could not be added."""
    every, copies = _Found(), Copies(desk.shelf.path)
    for take in todo:
        where: Path | str | None = None
        try:
            original = take()
            where = None if original.name == PASTED else original.where
            given, kept = _given(original, title), keep and not _is_pasted(original)
            found = intake.bring(
                original, desk.shelf.path, given, keep_original=kept, copies=copies
            )
        except TimelineError as error:
            every.failed.append(on_the_page(error, where))
            continue
        except Exception as error:  # whatever it is, it concerns one original and not the others
            what = f"the program failed on it ({type(error).__name__})"
            hint = "report this with the file; nothing was written for it"
            every.failed.append(SourceError(what, where=where, hint=hint))
            continue
        every.added.extend(one for one in found.added if not one.copy)
        every.copies.extend(
            held(one, original, given, keep=kept) for one in found.added if one.copy
        )
        every.failed.extend(on_the_page(error, where) for error in found.failed)
        lighten(every.copies)
    return every


def addresses(words: str) -> list[str]:
    """The addresses that a text consists of; none where it has other words."""
    lines = words.split("\n")
    found = [line.strip() for line in lines if line.strip()]
    if not all(_ADDRESS.fullmatch(line) for line in found):
        return []
    return [f"https://{one}" if one.startswith("www.") else one for one in dict.fromkeys(found)]


def title_in(content: str) -> str | None:
    """A title for a pasted text that names none: its first line, or the first words of it."""
    own = text.parse(content, name=slug(PASTED)).source.title
    if own != text.title_of((), slug(PASTED)):
        return None
    first = " ".join(next(filter(str.strip, content.splitlines())).split())
    if len(first) <= _HEADLINE and not first.endswith((".", ":", ";")):
        return first
    words = first.split()
    return " ".join(words[:_WORDS])[:_HEADLINE] + (" …" if len(words) > _WORDS else "")


def _is_pasted(original: Original) -> bool:
    """A text of which nothing but itself could be kept."""
    return original.name == PASTED and original.url is None


def _given(original: Original, title: str | None) -> dict[str, str | None]:
    """The facts of one original; a pasted text is named by its words."""
    name = None
    if _is_pasted(original) and not title:
        content, _ = decode(original.data)
        title = title_in(content) if content.strip() else None
        name = slug(title or text.parse(content, name=slug(PASTED)).source.title)
    return {"title": title, "name": name}


def note(desk: Desk, new: list[Added]) -> Step:
    """Write down that these came in; where that fails, they stand all the same."""
    title = new[0].document.source.title if len(new) == 1 else f"{len(new)} articles"
    moves = [_move(one) for one in new]
    try:
        return desk.journal.add("Added", title, each=True, moves=moves)
    except TimelineError as error:
        return Step(0, f"Added ({error.what})", title, moves=tuple(moves))


def _move(added: Added) -> Move:
    article = added.article
    days = [(d.value, d.basis) for d in dating.choices(article)]
    doubts = list(article.doubts)
    if article.encoding not in ("utf-8", "ascii") and article.content is not None:
        doubts.append(
            f"the text was {article.encoding} and is UTF-8 now: look over its accents and quotes"
        )
    return Move(added.path.stem, added.path.name, days=tuple(days), doubts=tuple(doubts))


def on_the_page(error: TimelineError, where: Path | str | None) -> TimelineError:
    """An error of the command's in the page's words, with the original that it is about."""
    if isinstance(error, UsageError) and error.what.startswith("--"):
        return UsageError(error.what.replace("--", "a ", 1), where=where, hint=error.hint)
    if isinstance(error, ProjectError) and " is taken" in error.what:
        return ProjectError(error.what, where=where, hint=_TAKEN)
    if error.where is None:
        return type(error)(error.what, where=where, line=error.line, hint=error.hint)
    return error
