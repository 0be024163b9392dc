"""What is asked -> what is answered: each page and each form, whatever goes wrong with it."""

from __future__ import annotations

import dataclasses
from collections import OrderedDict
from collections.abc import Callable, Mapping
from pathlib import Path

from starlette.responses import HTMLResponse, JSONResponse, Response

from timeline import store
from timeline.errors import TimelineError, UsageError
from timeline.model import Event, Status
from timeline.review import fields, find, pages, queue
from timeline.review.actions import DONE, Desk, Seen, StaleError, new_id
from timeline.review.journal import Journal, Step
from timeline.review.pages import Message, View
from timeline.review.queue import Key
from timeline.review.state import Shelf, fingerprint
from timeline.review.text import date_in, sentence_around
from timeline.review.undo import undo

_MESSAGES = 200
Form = Mapping[str, str]


class Review:
    """The review of one project's sources folder."""

    def __init__(self, sources: Path, journal: Path) -> None:
        self.desk = Desk(Shelf(sources), Journal(journal))
        self._messages: OrderedDict[str, Message] = OrderedDict()
        self._told = 0

    def warm(self) -> None:
        """Read the folder, and the dates of the article that is shown first, before any page."""
        folder = self.desk.shelf.folder()
        first = queue.first(folder, queue.Filters())
        document = folder.documents.get(first[0]) if first else None
        if document is not None:
            self.desk.shelf.marks(document)

    # What is shown

    def overview(self, asked: Form) -> Response:
        """All sources."""
        return html(pages.overview(self.view(asked)))

    def start(self, asked: Form) -> Response:
        """The first event that the filters leave, or that there is none."""
        view = self.view(asked)
        return self._go(view, queue.first(view.folder, view.filters), asked.get("told", ""))

    def event(self, asked: Form) -> Response:
        """One event."""
        view = self.view(asked)
        key = _key(asked)
        if view.find(key) is None:
            return self._gone(view, key)
        return html(pages.event(view, key))

    def rest(self, asked: Form) -> Response:
        """What is shown where nothing is left: the source's text, or a word."""
        return html(pages.event(self.view(asked), None))

    def edit_form(self, asked: Form) -> Response:
        """An event's fields."""
        view, key, event = self._known(asked)
        return html(pages.edit(view, key, fields.texts_of(event), {}))

    def split_form(self, asked: Form) -> Response:
        """The fields of the two events that one is to become."""
        view, key, event = self._known(asked)
        second = _second(event)
        form = fields.texts_of(event, prefix="a.") | fields.texts_of(second, prefix="b.")
        return html(pages.split(view, key, form, {}))

    def same_form(self, asked: Form) -> Response:
        """The events that could be the same."""
        view, key, event = self._known(asked)
        query = asked.get("q", "")[:200]
        hits = find.search(view.folder, query, like=event, but=key)
        return html(pages.same(view, key, query, hits))

    def new_form(self, asked: Form) -> Response:
        """The fields of a new event, with what is known of it from the text."""
        view = self.view(asked)
        source = asked.get("source", "")
        if source not in view.folder.documents:
            raise UsageError(f"there is no source {source}", hint="go back to the list of sources")
        return html(pages.new(view, source, self._known_of_new(view, source, asked), {}))

    def many_form(self, asked: Form) -> Response:
        """What accepting many would do."""
        view = self.view(asked)
        return html(pages.many(view, *pages.sure_and_unsure(view)))

    def help(self, asked: Form) -> Response:
        """The keys."""
        return html(pages.help_page(self.view(asked)))

    def when(self, asked: Form) -> Response:
        """A date as one types it: in words, or what is wrong and what to try."""
        what, hint = fields.explain(asked.get("text", ""))
        return JSONResponse({"ok": not what, "what": what, "hint": hint})

    def changes(self, asked: Form) -> Response:
        """Whether an event, or the text of its source, is still as a page showed it."""
        view = self.view({})
        found = view.find(_key(asked))
        state = "gone" if asked.get("id") else "same"
        if found is not None:
            now = fingerprint(found[0].blocks[found[1]])
            state = "same" if now == asked.get("print") else "changed"
        doc = pages.document_version(view, asked.get("source", ""))
        return JSONResponse({"event": state, "text": doc == asked.get("doc", "")})

    # What is done

    def set_status(self, form: Form) -> Response:
        """A decision on one event; then the next."""
        status = form.get("status", "")
        if status not in queue.STATUSES:
            raise UsageError(f"{status} is no status", hint=", ".join(queue.STATUSES))
        view, seen = self.view(form), _seen(form)
        onward = queue.next_after(view.folder, view.filters, (seen.source, seen.id))
        step = self.desk.set_status(seen, status)  # type: ignore[arg-type]
        return self._go(self.view(form), onward, self.tell(_done(step)))

    def edit(self, form: Form) -> Response:
        """New fields for an event, and perhaps a decision with them."""
        view, key, event = self._known(form)
        mine = {k: v for k, v in form.items() if form.get(f"take.{k}", "mine") == "mine"}
        read = fields.read(mine, event, view.folder, source=key[0])
        if read.wrong:
            return html(pages.edit(self._refused(form), key, _texts(form, event), read.wrong), 422)
        new, done = _with_status(read.event, form)
        return self._after(form, key, self.desk.edit(_seen(form), new, done=done))

    def split(self, form: Form) -> Response:
        """Two events in the place of one."""
        view, key, event = self._known(form)
        first = fields.read(form, event, view.folder, source=key[0], prefix="a.")
        second = fields.read(form, _second(event), view.folder, source=key[0], prefix="b.")
        wrong = first.wrong | second.wrong
        if wrong:
            return html(pages.split(self._refused(form), key, form, wrong), 422)
        name = new_id(view.folder, key[0], second.event)
        other = dataclasses.replace(second.event, id=name)
        return self._after(
            form, key, self.desk.put(_seen(form), [first.event, other], done="Split")
        )

    def add(self, form: Form) -> Response:
        """A new event."""
        view, source = self.view(form), form.get("source", "")
        if source not in view.folder.documents:
            raise UsageError(f"there is no source {source}", hint="go back to the list of sources")
        read = fields.read(form, Event("new", "", ""), view.folder, source=source)
        wrong = dict(read.wrong)
        if not read.event.citations:
            hint = "select them in the text, or copy them from it"
            wrong.setdefault("quote0", ("the words that say so are missing", hint))
        if wrong:
            return html(pages.new(self._refused(form), source, form, wrong), 422)
        event, _ = _with_status(read.event, form)
        event = dataclasses.replace(event, id=new_id(view.folder, source, event))
        return self._after(form, (source, event.id), self.desk.add(source, event))

    def same(self, form: Form) -> Response:
        """One event repeats another, or no longer."""
        view, key, _ = self._known(form)
        target = (form.get("other_source", ""), form.get("other_id", ""))
        if target != ("", "") and view.find(target) is None:
            raise UsageError("that event is not there any more", hint="search again")
        step = self.desk.join(_seen(form), target if target != ("", "") else None)
        return self._after(form, key, step)

    def many(self, form: Form) -> Response:
        """Many accepted at once: those that were shown and picked."""
        picked = [_picked(value) for key, value in form.items() if key.startswith("pick.")]
        many = self.desk.set_many([seen for seen in picked if seen], "accepted")
        done = _done(many.step).text if many.step else "Nothing was accepted"
        left = [f"{seen.id}: {why}" for seen, why in many.left]
        note = f"{len(left)} left alone ({'; '.join(left[:5])})" if left else ""
        told = self.tell(Message(done, "left" if left else "done", note))
        view = self.view(form)
        return self._go(view, queue.first(view.folder, view.filters), told)

    def undo(self, form: Form) -> Response:
        """The last step taken back."""
        undone = undo(self.desk)
        view = self.view(form)
        here = _key(form)
        if undone.step is None:
            told = self.tell(Message("There is nothing to undo.", "left"))
            return self._go(view, here if view.find(here) else None, told)
        what = f"{undone.step.done}: {undone.step.title}"
        if undone.some:
            left = f"{len(undone.left)} left alone: {undone.left[0][1]}" if undone.left else ""
            message = Message(f"Undone. It was: {what}", "left" if left else "done", left)
        else:
            why = undone.left[0][1] if undone.left else "nothing was changed by it"
            hint = "Undo again takes back the step before it."
            message = Message(f"Not undone: {what}. The event was left alone: {why}.", "left", hint)
        told = self.tell(message)
        if undone.step.moves or undone.step.facts:
            return self.back(view, undone.step, told)
        change = undone.step.changes[0] if undone.step.changes else None
        changed = (change.source, change.id) if change else here
        key = next((key for key in (changed, here) if view.find(key)), None)
        return self._go(view, key, told)

    def back(self, view: View, step: Step, told: str) -> Response:
        """The page of a source whose facts a step changed; the list where sources moved."""
        name = step.facts[0].source if step.facts else ""
        if name in view.folder.documents:
            return see(view.link("found", source=name, told=told))
        return see(view.link("", told=told))

    # How it is answered

    def answer(self, work: Callable[[Form], Response], form: Form, action: str) -> Response:
        """The response of an action or a page; what goes wrong is said, never half done."""
        try:
            return work(form)
        except StaleError as error:
            return html(pages.stale(self.view(form), error, form, action), 409)
        except store.ChangedError as error:
            message = dataclasses.replace(Message.of(error), hint="do it once more")
            return self._again(form, message, action, 409)
        except UsageError as error:
            return self._again(form, Message.of(error), action, 422)
        except TimelineError as error:
            return self._again(form, Message.of(error), action, 500)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            hint = "see that the folder is there and can be written, then try again"
            return self._again(form, Message(reason, "wrong", hint), action, 500)

    def _again(self, form: Form, message: Message, action: str, status: int) -> Response:
        """The page a form came from, what was typed kept, with what went wrong on top."""
        view = dataclasses.replace(self.view(form), message=message)
        found = view.find(_key(form))
        if found is not None and action in ("edit", "split"):
            event = found[0].record.events[found[1]]
            typed = _texts(form, event) if action == "edit" else form
            page = pages.edit if action == "edit" else pages.split
            return html(page(view, _key(form), typed, {}), status)
        if action == "bring":
            return html(pages.overview(view, form), status)
        if action == "new" and form.get("source") in view.folder.documents:
            return html(pages.new(view, form["source"], form, {}), status)
        if found is not None:
            return html(pages.event(view, _key(form)), status)
        return html(pages.message(view), status)

    def view(self, asked: Form) -> View:
        """The folder as it is now, with what a request asks for."""
        folder = self.desk.shelf.folder()
        message = self._messages.get(asked.get("told", ""))
        return View(self.desk, folder, queue.read(asked, folder), message)

    def _refused(self, form: Form) -> View:
        hint = "What is wrong stands beside each field."
        return dataclasses.replace(
            self.view(form), message=Message("Not saved yet.", "wrong", hint)
        )

    def _known(self, asked: Form) -> tuple[View, Key, Event]:
        view, key = self.view(asked), _key(asked)
        found = view.find(key)
        if found is None:
            raise StaleError(_seen(asked), None)
        return view, key, found[0].record.events[found[1]]

    def _known_of_new(self, view: View, source: str, asked: Form) -> dict[str, str]:
        document = view.folder.documents[source]
        number = asked.get("paragraph", "")
        paragraph = document.paragraph(int(number)) if number.isdecimal() else None
        form = {"kind": "happened", "paragraph0": number, "quote0": asked.get("quote", "").strip()}
        if paragraph is None:
            return form
        if asked.get("at", "").isdecimal() and not form["quote0"]:
            form["quote0"] = sentence_around(paragraph, int(asked["at"]))
        date = date_in(form["quote0"], paragraph, self.desk.shelf.marks(document))
        if date is not None:
            form |= {"said0": date.text, "when": date.when or ""}
        return form

    def _gone(self, view: View, key: Key) -> Response:
        hint = "it may have been taken out of its file, or the file can’t be read just now"
        message = Message(f"There is no event {key[1]} in {key[0]}.", "wrong", hint)
        return html(pages.message(dataclasses.replace(view, message=message)), 404)

    def _after(self, form: Form, key: Key, step: Step) -> Response:
        """Back to the event that was changed; with a decision in it, to the next."""
        view = self.view(form)
        if form.get("status") in queue.STATUSES and form.get("status"):
            key = queue.next_after(view.folder, view.filters, key) or key
        return self._go(view, key, self.tell(_done(step)))

    def _go(self, view: View, key: Key | None, told: str) -> Response:
        target = view.event_link(key, told=told) if key else view.link("rest", told=told)
        return see(target)

    def tell(self, message: Message) -> str:
        """Keep a message for the page that follows; returns the word it is asked by."""
        self._told += 1
        self._messages[str(self._told)] = message
        while len(self._messages) > _MESSAGES:
            self._messages.popitem(last=False)
        return str(self._told)


def _second(event: Event) -> Event:
    """What the second half of a split event begins as: a person's, without a title yet."""
    bare = dataclasses.replace(event, title="", summary=None, note=None, slug=None)
    return dataclasses.replace(bare, digest=None, salience=None, same_as=None, not_same_as=None)


def see(target: str) -> Response:
    """Leads to a page of ours."""
    return Response(status_code=303, headers={"location": target})


def html(text: str, status: int = 200) -> Response:
    """A page as a response."""
    # lone surrogates, which YAML can spell, can't be sent
    return HTMLResponse(text.encode("utf-8", "replace"), status)


def _key(asked: Form) -> Key:
    return asked.get("source", ""), asked.get("id", "")


def _seen(form: Form) -> Seen:
    return Seen(*_key(form), form.get("print", ""))


def _picked(value: str) -> Seen | None:
    parts = value.split("\t")
    return Seen(*parts) if len(parts) == 3 else None


def _texts(form: Form, event: Event) -> dict[str, str]:
    """A form's texts over the event's, so that nothing typed is lost."""
    return fields.texts_of(event) | dict(form)


def _with_status(event: Event, form: Form) -> tuple[Event, str]:
    status = form.get("status", "")
    if status not in queue.STATUSES:
        return event, "Saved"
    decided: Status = status  # type: ignore[assignment]
    return dataclasses.replace(event, status=decided), f"Saved and {DONE[decided].lower()}"


def _done(step: Step) -> Message:
    return Message(f"{step.done}: {step.title}" if step.title else f"{step.done}.")
