"""The page of what was found in new articles: their facts, what is doubtful, their first words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.errors import TimelineError
from timeline.model import Document
from timeline.review import facts, moves, pages
from timeline.review.fields import Wrong
from timeline.review.held import Held
from timeline.review.journal import Move
from timeline.review.pages import View
from timeline.review.state import fingerprint

SHOWN = 20
"""Articles that a page shows whole; the others are links."""
_PREVIEW = 4  # paragraphs
_LETTERS = 600  # of a paragraph of the preview


@dataclass(frozen=True, slots=True)
class Copies:
    """The word for a form's copies, those that wait with their numbers, or that none is held."""

    word: str = ""
    rows: Sequence[tuple[int, Held]] = ()
    gone: bool = False


def page(
    view: View,
    names: Sequence[str],
    step: str = "",
    form: Mapping[str, str] | None = None,
    wrong: Wrong | None = None,
    *,
    copies: Copies = Copies(),
) -> str:
    """These sources; `form` and `wrong` are what was typed for one of them, and what can't be.

    Below them the `copies` of sources that came with them.
    """
    typed = form or {}
    leaned = moves.leaning(view.folder)
    rows = []
    for number, name in enumerate(names[:SHOWN], start=1):
        mine = name == typed.get("source")
        row = _row(view, name, typed if mine else {}, wrong if mine else None, leaned)
        rows.append(row | {"prefix": f"s{number}."})
    rest = [(name, view.title(name)) for name in names[SHOWN:]]
    return pages.render(
        "found.html",
        view,
        rows=rows,
        rest=rest,
        step=step,
        total=len(names),
        copies=copies,
        same=[_copy(view, number, one) for number, one in copies.rows[:SHOWN]],
        own=names[0] if len(names) == 1 and not step else "",
    )


def _copy(view: View, number: int, held: Held) -> dict[str, object]:
    """A copy, and the source that it is one of."""
    copy, name = held.copy, held.copy.path.stem
    document = view.folder.documents.get(name)
    source = document.source if document else copy.source
    return {
        "number": number,
        "title": held.title,
        "found": copy,
        "source": source,
        "link": pages.begin(view, name) if document else "",
        "held": held.original is not None,
    }


def came_in(view: View, name: str) -> Move | None:
    """The last time that a source came in by this page; None where it did not."""
    steps = view.desk.journal.steps()
    undone = {step.undoes for step in steps}
    for step in reversed(steps):
        for move in step.moves if step.number not in undone else ():
            if move.source == name:
                return None if move.kept else move
    return None


def _row(
    view: View,
    name: str,
    typed: Mapping[str, str],
    wrong: Wrong | None,
    leaned: Mapping[str, str],
) -> dict[str, object]:
    document = view.folder.documents[name]
    move = came_in(view, name)
    file = view.folder.files.get(name)
    fields = facts.texts_of(document.source)
    return {
        "name": name,
        "source": document.source,
        "days": _days(document, move),
        "doubts": move.doubts if move else (),
        "paragraphs": len(document.paragraphs),
        "preview": [
            (p.number, p.text[:_LETTERS] + ("…" if len(p.text) > _LETTERS else ""))
            for p in document.paragraphs[:_PREVIEW]
        ],
        "form": {key: typed.get(key, value) for key, value in fields.items()},
        "wrong": wrong or {},
        "print": fingerprint(_header(view, name)),
        "events": len(file.record.events) if file else 0,
        "left": view.left.get(name, 0),
        "came": move is not None,
        "stays": moves.why_not_out(view.folder, name, leaned) if move else "",
    }


def _days(document: Document, move: Move | None) -> list[tuple[str, str, bool]]:
    """Each day that the original told, with its basis; whether it is the one that stands there."""
    found = move.days if move else ()
    return [(value, basis, value == document.source.published) for value, basis in found]


def _header(view: View, name: str) -> str:
    try:
        return facts.header_of(view.folder, name) or ""
    except (TimelineError, OSError):
        return ""
