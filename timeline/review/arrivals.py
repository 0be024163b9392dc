"""Articles handed to the page: added, their facts mended, their events found, taken out again."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.responses import Response

from timeline import files, pipeline
from timeline.errors import TimelineError, UsageError
from timeline.intake import Original
from timeline.review import copied, facts, found, moves, pages, queue
from timeline.review.answers import Form, Review, html, see
from timeline.review.bring import Arrived, bring
from timeline.review.fields import Wrong
from timeline.review.found import Copies
from timeline.review.held import Waiting, open_ones
from timeline.review.journal import Step
from timeline.review.pages import Message, View
from timeline.review.upload import Parcel
from timeline.unchanged import Memory

PATIENCE = 30.0
"""Seconds that an address may take while somebody waits for the page."""
BESIDE = "What is wrong stands beside each field."


@dataclass
class Arrivals:
    """What the review of a folder does with new articles.

    `today` gives the day as EDTF, for what is fetched; `allow_private` lets addresses of this
    computer and of private networks be fetched.
    """

    review: Review
    today: Callable[[], str | None]
    allow_private: bool = False
    _waiting: Waiting = field(default_factory=Waiting)
    _extracting: threading.Lock = field(default_factory=threading.Lock)
    _settling: threading.Lock = field(default_factory=threading.Lock)

    def bring(self, parcel: Parcel) -> Response:
        """New sources, and the page of what was found in them."""
        arrived = bring(self.review.desk, parcel, self._get)
        if not (arrived.new or arrived.already or arrived.copies):
            return self._refused(arrived, parcel)
        view = self.review.view(parcel.fields)
        told, copies = self.review.tell(_message(arrived)), self._waiting.add(arrived.copies)
        if arrived.step is not None and arrived.step.number:
            return see(view.link("found", step=arrived.step.number, copies=copies, told=told))
        name = next(iter((*arrived.new, *arrived.already)), "")
        return see(view.link("found", source=name, copies=copies, told=told))

    def found(self, asked: Form) -> Response:
        """What was found in the sources of a step, or in one source; and the copies of a form."""
        view = self.review.view(asked)
        copies = self._copies(asked)
        names = self._beside(view, asked, copies)
        return html(found.page(view, names, asked.get("step", ""), copies=copies))

    def facts(self, form: Form) -> Response:
        """Other facts for a source, and perhaps its events with them."""
        view, name = self._known(form)
        changed, wrong = facts.read(form, view.folder.documents[name].source)
        if wrong:
            return self._again(view, form, Message("Not saved yet.", "wrong", BESIDE), wrong)
        move = found.came_in(view, name)
        basis = dict(move.days).get(changed.get("published") or "") if move else None
        comments = {"published": basis} if basis else {}
        try:
            step = facts.save(self.review.desk, name, changed, form.get("print", ""), comments)
        except facts.OtherNowError as error:
            return self._again(self.review.view(form), form, Message.of(error), {}, 409)
        if form.get("then") == "extract":
            return self._extract([name], form)
        told = self.review.tell(Message(f"{step.done}: {step.title}" if step.title else step.done))
        return see(self._found_at(self.review.view(form), form, name, told))

    def extract(self, form: Form) -> Response:
        """The events of all sources of a step, or of one."""
        return self._extract(self._names(self.review.view(form), form), form)

    def copy(self, form: Form) -> Response:
        """What a copy of a source becomes: a line in that source, or a source of its own."""
        with self._settling:
            copies = self._copies(form)
            one = next((one for n, one in copies.rows if str(n) == form.get("number")), None)
            if one is None:
                what = "this copy is not held any more, or something was made of it already"
                raise UsageError(what, hint="look into the list of sources, or hand it in again")
            try:
                step, name = copied.settle(self.review.desk, one, form.get("become", ""))
            except TimelineError as error:
                view = dataclasses.replace(self.review.view(form), message=Message.of(error))
                names = self._beside(view, form, copies)
                page = found.page(view, names, form.get("step", ""), copies=copies)
                return html(page, 422)
        told = self.review.tell(Message(f"{step.done}: {step.title}" if step.title else step.done))
        return see(self._after_copy(form, step, name, told))

    def out(self, form: Form) -> Response:
        """A source that came in by this page goes out again."""
        desk, (view, name) = self.review.desk, self._known(form)
        if not found.came_in(view, name):
            what = f"{name} was not added on this page"
            raise UsageError(what, hint="remove its file yourself, if you mean it")
        title = view.title(name)
        with files.writing(desk.shelf.path):
            folder = desk.shelf.folder()
            move = moves.take_out(desk, folder, name, moves.leaning(folder))
            try:
                step = desk.journal.add("Taken out", title, moves=[move])
            except TimelineError as error:
                step = Step(0, f"Taken out ({error.what})", title)
        place = "/".join((desk.journal.path.parent / moves.KEPT).parts[-3:])
        hint = f"Undo brings it back; its files lie in {place}."
        told = self.review.tell(Message(f"{step.done}: {step.title}", "done", hint))
        return see(self.review.view({}).link("", told=told))

    def _get(self, address: str) -> Original:
        from timeline.intake.fetch import fetch  # its libraries may be missing

        today, private = self.today(), self.allow_private
        return fetch(address, retrieved=today, allow_private=private, seconds=PATIENCE)

    def _refused(self, arrived: Arrived, parcel: Parcel) -> Response:
        """The overview again, with what was typed and why nothing came of it."""
        message = _message(arrived)
        view = dataclasses.replace(self.review.view(parcel.fields), message=message)
        return html(pages.overview(view, parcel.fields), 422)

    def _copies(self, asked: Form) -> Copies:
        word = asked.get("copies", "")
        undone = {step.undoes for step in self.review.desk.journal.steps()}
        held = self._waiting.of(word)
        return Copies(word, open_ones(held, undone), gone=bool(word) and not held)

    def _beside(self, view: View, asked: Form, copies: Copies) -> list[str]:
        """The sources that a page with these copies is about, none perhaps."""
        try:
            return self._names(view, asked)
        except UsageError:
            if copies.gone:
                what = "what was handed in is not held any more"
                raise UsageError(what, hint="hand it in again") from None
            if copies.rows:
                return []
            raise

    def _after_copy(self, form: Form, step: Step, name: str, told: str) -> str:
        """The page with what came before, the new source, and the copies that are left."""
        view, copies, before = self.review.view(form), self._copies(form), form.get("step", "")
        if step.moves and step.number:
            before = f"{before},{step.number}" if before else f"{step.number}"
        if before:
            return view.link("found", step=before, copies=copies.word, told=told)
        name = form.get("source", "") or ("" if copies.rows else name)
        return view.link("found", source=name, copies=copies.word, told=told)

    def _again(
        self, view: View, form: Form, message: Message, wrong: Wrong, status: int = 422
    ) -> Response:
        names = self._names(view, form)
        told = dataclasses.replace(view, message=message)
        page = found.page(told, names, form.get("step", ""), form, wrong, copies=self._copies(form))
        return html(page, status)

    def _extract(self, names: list[str], form: Form) -> Response:
        folder = self.review.desk.shelf.folder()
        paths = [folder.paths[name] for name in names]
        with self._extracting:
            outcomes = list(pipeline.update(paths, memory=Memory()))
        view = self.review.view(form)
        message = _told_of(outcomes, view)
        told = self.review.tell(message)
        waiting = [name for name in names if view.left.get(name)]
        if message.kind == "wrong" or not waiting or self._copies(form).rows:
            return see(self._found_at(view, form, names[0], told))
        only = waiting[0] if len(waiting) == 1 else ""
        return see(dataclasses.replace(view, filters=queue.Filters(only)).link("start", told=told))

    def _names(self, view: View, asked: Form) -> list[str]:
        """The sources that a request is about, those that are there."""
        numbers = [one for one in asked.get("step", "").split(",") if one.isdecimal()]
        steps = [self.review.desk.journal.step(int(one)) for one in numbers if len(one) < 10]
        names = [move.source for step in steps if step for move in step.moves]
        names = names or [asked.get("source", "")]
        there = [name for name in dict.fromkeys(names) if name in view.folder.documents]
        if not there:
            what = "there is no such article here any more"
            raise UsageError(what, hint="go back to the list of sources")
        return there

    def _known(self, form: Form) -> tuple[View, str]:
        view, name = self.review.view(form), form.get("source", "")
        if name not in view.folder.documents:
            raise UsageError(f"there is no source {name}", hint="go back to the list of sources")
        return view, name

    def _found_at(self, view: View, form: Form, name: str, told: str) -> str:
        copies = form.get("copies", "")
        if form.get("step", "").replace(",", "").isdecimal():
            return view.link("found", step=form["step"], copies=copies, told=told)
        return view.link("found", source=name, copies=copies, told=told)


def _message(arrived: Arrived) -> Message:
    """What became of a parcel, in a line; below it what is missing, with what to try."""
    missing = [Message.of(error) for error in arrived.failed]
    lines = tuple(f"{one.text}. {f'Try: {one.hint}.' if one.hint else ''}" for one in missing)
    new, old, same = len(arrived.new), len(arrived.already), len(arrived.copies)
    done = "Added." if new == 1 else f"{new} articles added."
    if not (new or old or same):
        first = missing[0] if len(missing) == 1 else Message("Nothing was added.", "wrong")
        return first if len(missing) == 1 else dataclasses.replace(first, more=lines)
    there = "It is" if old == 1 and not new else f"{old} {'is' if old == 1 else 'are'}"
    parts = [done] if new else []
    parts += [f"{there} there already, with this text."] if old else []
    one = "It is" if same == 1 and not parts else f"{same} is"
    if same:
        copy = f"{one} a copy of a source, and was"
        parts += [f"{copy if same == 1 else f'{same} are copies of sources, and were'} not added."]
    parts += [f"{len(missing)} could not be added."] if missing else []
    return Message(" ".join(parts), "left" if missing or old or same else "done", "", lines)


def _told_of(outcomes: list[pipeline.Outcome], view: View) -> Message:
    """What extraction did, in a line; what it left alone below."""
    lines = []
    for outcome in outcomes:
        title = view.title(outcome.source.stem)
        if outcome.error is not None:
            lines.append(f"{title}: {outcome.error.what}. Try: {outcome.error.hint}.")
        elif outcome.left:
            lines.append(f"{title} was left alone: {outcome.left}.")
    events = sum(outcome.events for outcome in outcomes)
    dateless = sum(outcome.undated for outcome in outcomes)
    what = f"{events} event{'' if events == 1 else 's'} found" if events else "No dated event found"
    need = f", {dateless} without a date yet" if dateless else ""
    kind = "wrong" if any(o.error for o in outcomes) else "left" if lines or not events else "done"
    return Message(f"{what}{need}.", kind, "", tuple(lines))
