"""What a copy of a source becomes: a line in that source, or a source of its own."""

from __future__ import annotations

from timeline import files
from timeline.errors import TimelineError, UsageError
from timeline.intake import also_at
from timeline.intake.bring import bring
from timeline.review import facts
from timeline.review.actions import Desk
from timeline.review.bring import note, on_the_page
from timeline.review.held import Held
from timeline.review.journal import Facts, Step

AGAIN = "hand it in again, by itself"


def settle(desk: Desk, held: Held, become: str) -> tuple[Step, str]:
    """Do it, and mark the copy as settled; the step, and the source that it is about.

    `become` is "also-at" or "own". Raises TimelineError, with nothing written.
    """
    make = {"also-at": _note_there, "own": _own}.get(become)
    if make is None:
        raise UsageError("choose what it shall become", hint="press one of the buttons")
    step, name = make(desk, held)
    held.settled = step.number or -1
    return step, name


def _own(desk: Desk, held: Held) -> tuple[Step, str]:
    if held.original is None:
        raise UsageError("there was no room to hold it any longer", hint=AGAIN)
    where = held.original.where
    try:
        found = bring(
            held.original,
            desk.shelf.path,
            held.given,
            keep_original=held.keep,
            each=lambda article: article if article.key == held.key else None,
        )
        if found.failed:
            raise found.failed[0]
    except TimelineError as error:
        raise on_the_page(error, where) from None
    (added,) = found.added
    name = added.path.stem
    return (Step(0, "It is there already", "") if added.already else note(desk, [added])), name


def _note_there(desk: Desk, held: Held) -> tuple[Step, str]:
    name, place = held.copy.path.stem, held.copy.place
    if place is None:
        what = "nothing says where it stands, so there is nothing to note"
        raise UsageError(what, hint="leave it, or make it a source of its own")
    with files.writing(desk.shelf.path):
        folder = desk.shelf.folder()
        if name not in folder.documents:
            what = f"there is no source {name} any more"
            raise UsageError(what, hint="make this one a source of its own")
        before, path = facts.header_of(folder, name), folder.paths[name]
        if not also_at.put(path, place):
            return Step(0, "That is noted there already", ""), name
        change = Facts(name, path.name, before, facts.header_of(folder, name) or "")
        title, done = folder.documents[name].source.title, "Noted where else it stands"
        try:
            return desk.journal.add(done, title, facts=[change]), name
        except TimelineError as error:
            return Step(0, f"{done} ({error.what})", title, facts=(change,)), name
