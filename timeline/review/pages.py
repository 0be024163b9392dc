"""The folder -> HTML: every page whole, so that it works without scripts."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType
from urllib.parse import urlencode

import jinja2

from timeline import store
from timeline.check import Folder, event_problems
from timeline.contradictions import event_doubts
from timeline.errors import TimelineError, WhenError
from timeline.model import Citation, Document, Event
from timeline.remembered import version
from timeline.review import fields, queue, text
from timeline.review.actions import Desk, StaleError
from timeline.review.find import Hit
from timeline.review.queue import Filters, Key
from timeline.review.state import fingerprint
from timeline.site.passages import passage
from timeline.when import When

KEYS = (
    ("j", "next event"),
    ("k", "event before"),
    ("a", "accept"),
    ("r", "reject"),
    ("d", "mark as disputed"),
    ("e", "edit"),
    ("s", "split into two events"),
    ("m", "mark as the same as another"),
    ("n", "new event, from the words you have selected in the text"),
    ("u", "undo the last step; again for the one before"),
    ("?", "these keys"),
)
STATUS_WORDS = {
    "proposed": "to decide",
    "accepted": "accepted",
    "disputed": "disputed",
    "rejected": "rejected",
    queue.ALL: "every status",
}
DATE_FROM = {
    "text": "",
    "context": "from an earlier sentence",
    "published": "from the day of publication",
}


@dataclass(frozen=True)
class Message:
    """What the page says on top: `kind` is done, left (asks for attention) or wrong."""

    text: str
    kind: str = "done"
    hint: str = ""
    more: tuple[str, ...] = ()

    @classmethod
    def of(cls, error: TimelineError) -> Message:
        """An error, in a line, and what to try."""
        where = f"{error.where}".rpartition("/")[2] if error.where else ""
        place = f"{where}:{error.line}" if where and error.line else where
        return cls(f"{place}: {error.what}" if place else error.what, "wrong", error.hint)


@dataclass(frozen=True)
class View:
    """What every page needs: the folder as it is now, what is looked through, what was done."""

    desk: Desk
    folder: Folder
    filters: Filters
    message: Message | None = None

    @cached_property
    def left(self) -> Mapping[str, int]:
        """Proposals that wait, by source."""
        return queue.left(self.folder)

    @cached_property
    def undoable(self) -> str:
        """What an undo would take back, in words; empty where there is nothing."""
        step = self.desk.journal.last()
        return f"{step.done}: {step.title}" if step else ""

    @cached_property
    def weighed(self) -> bool:
        """Whether any event says how much it matters."""
        return any(event.salience is not None for _, event in queue.events(self.folder))

    def link(self, page: str, **values: str | int) -> str:
        """The address of a page, the filters kept."""
        said = {key: str(value) for key, value in values.items() if value != ""}
        query = urlencode({**said, **self.filters.query()}, errors="replace")
        page = page or "./"
        return f"{page}?{query}" if query else page

    def event_link(self, key: Key, **values: str | int) -> str:
        """The address of an event's page."""
        return self.link("event", source=key[0], id=key[1], **values)

    def title(self, source: str) -> str:
        """A source's title, or its name where it can't be read."""
        document = self.folder.documents.get(source)
        return document.source.title if document else source

    def find(self, key: Key) -> tuple[store.EventFile, int] | None:
        """The event file and the place in it of an event."""
        file = self.folder.files.get(key[0])
        if file is None or key[1] not in file.by_id:
            return None
        return file, next(i for i, e in enumerate(file.record.events) if e.id == key[1])


def overview(view: View, form: Mapping[str, str] = MappingProxyType({})) -> str:
    """All sources, and what is left in each; `form` is what was typed to add an article."""
    folder = view.folder
    names = dict.fromkeys([*folder.files, *folder.paths])
    rows = []
    for name in sorted(names):
        file = folder.files.get(name)
        events = file.record.events if file else ()
        rows.append(
            {
                "name": name,
                "title": view.title(name),
                "left": view.left.get(name, 0),
                "total": len(events),
                "start": begin(view, name),
            }
        )
    return render("overview.html", view, rows=rows, problems=folder.problems, form=form)


def begin(view: View, name: str) -> str:
    """Where the review of a source begins: its proposals, or without any all its events."""
    waiting = dataclasses.replace(view.filters, source=name, status="proposed")
    every = dataclasses.replace(waiting, status=queue.ALL, dateless=False, salience=None)
    return _start(waiting if view.left.get(name) else every)


def event(view: View, key: Key | None) -> str:
    """An event beside the text that it is told in; without a key, the text alone."""
    return render("event.html", view, **_workspace(view, key))


def edit(view: View, key: Key, form: Mapping[str, str], wrong: fields.Wrong) -> str:
    """An event's fields, to be changed."""
    return render("edit.html", view, **_workspace(view, key), **_form(view, form, wrong))


def split(view: View, key: Key, form: Mapping[str, str], wrong: fields.Wrong) -> str:
    """One event's fields twice, to become two events."""
    return render("split.html", view, **_workspace(view, key), **_form(view, form, wrong))


def new(view: View, source: str, form: Mapping[str, str], wrong: fields.Wrong) -> str:
    """The fields of an event that is not there yet."""
    inside = dataclasses.replace(view.filters, source=source)
    space = _workspace(dataclasses.replace(view, filters=inside), None)
    document, file = view.folder.documents.get(source), view.folder.files.get(source)
    number, quote = form.get("paragraph0", ""), form.get("quote0", "")
    cited = Citation(int(number) if number.isdecimal() else None, quote, form.get("said0", ""))
    space["lines"] = _lines(view, document, file, Event("", "", "", citations=(cited,)))
    return render("new.html", view, **space, **_form(view, form, wrong))


def same(view: View, key: Key, query: str, hits: Sequence[Hit]) -> str:
    """A search over all events for the one that tells the same."""
    said = [(hit, _words(hit.event.when, weekday=False)) for hit in hits]
    return render("same.html", view, **_workspace(view, key), query=query, hits=said)


def many(view: View, sure: Sequence[tuple[Key, str]], unsure: Sequence[tuple[Key, str]]) -> str:
    """What accepting many would do: events with their fingerprints; and others, with why not."""
    shown = [
        (_row(view, key) | {"number": number}, print_now)
        for number, (key, print_now) in enumerate(sure, start=1)
    ]
    kept = [(_row(view, key), why) for key, why in unsure]
    return render("many.html", view, sure=shown, unsure=kept)


def stale(view: View, error: StaleError, form: Mapping[str, str], action: str) -> str:
    """What stands in the file now beside what the form says; and the question which."""
    now = fields.texts_of(error.now) if error.now else {}
    if error.now:
        now["status"] = error.now.status
    theirs = {k: v.replace("\r\n", "\n").strip() for k, v in form.items()}
    asked = [(k, now.get(k, ""), v) for k, v in theirs.items() if k in now and now[k].strip() != v]
    return render(
        "stale.html",
        view,
        seen=error.seen,
        now=error.now,
        differences=asked,
        form={**form, "print": error.print_now},
        action=action,
    )


def message(view: View) -> str:
    """A page that says one thing."""
    return render("message.html", view)


def help_page(view: View) -> str:
    """The keys, for those without scripts."""
    return render("help.html", view)


def sure_and_unsure(view: View) -> tuple[list[tuple[Key, str]], list[tuple[Key, str]]]:
    """Of the proposals looked through: those that could be accepted, and the others with why."""
    sure, unsure = [], []
    filters = dataclasses.replace(view.filters, status="proposed")
    for name, file in view.folder.files.items():
        for i, (event, block) in enumerate(zip(file.record.events, file.blocks, strict=True)):
            if not filters.match(name, event):
                continue
            accepted = dataclasses.replace(event, status="accepted")
            problems = event_problems(accepted, file, i, view.folder)
            if not event.when:
                unsure.append(((name, event.id), "it needs a date"))
            elif problems:
                unsure.append(((name, event.id), problems[0].what))
            else:
                sure.append(((name, event.id), fingerprint(block)))
    return sure, unsure


def _workspace(view: View, key: Key | None) -> dict[str, object]:
    found = view.find(key) if key else None
    name = key[0] if key else view.filters.source
    document = view.folder.documents.get(name)
    file = view.folder.files.get(name)
    event = found[0].record.events[found[1]] if found else None
    space: dict[str, object] = {
        "source": name,
        "document": document,
        "lines": _lines(view, document, file, event),
        "event": event,
        "page_problems": [p for p in view.folder.problems if _names(p.path, name)],
        "doc": document_version(view, name),
    }
    if found is None or key is None or event is None:
        return space
    file, i = found
    words, wrong = _words(event.when), ""
    if event.when and not words:
        wrong = fields.explain(event.when)[0]
    return space | {
        "key": key,
        "print": fingerprint(file.blocks[i]),
        "place": queue.place(view.folder, view.filters, key),
        "words": words,
        "decided": None
        if event.status == "proposed"
        else view.desk.shelf.decided(file.path, event.id),
        "when_wrong": wrong,
        "date_from": DATE_FROM[event.date_from],
        "problems": [
            *event_problems(event, file, i, view.folder),
            *event_doubts(view.folder, name, i),
        ],
        "passages": [_passage(view, name, citation) for citation in event.citations],
        "twin": _twin(view, event, name),
        "repeated": _repeated_by(view, key),
    }


def document_version(view: View, name: str) -> str:
    """A word that changes when a source's text does."""
    path = view.folder.paths.get(name)
    return fingerprint(repr(version(path))) if path else ""


def _lines(
    view: View, document: Document | None, file: store.EventFile | None, event: Event | None
) -> tuple[text.Line, ...]:
    if document is None:
        return ()
    shelf = view.desk.shelf
    return text.lines(
        document,
        shelf.marks(document),
        shelf.owners(document, file) if file else {},
        event,
    )


def _passage(view: View, own: str, citation: Citation) -> dict[str, object]:
    name = citation.source or own
    document = None if citation.url and not citation.source else view.folder.documents.get(name)
    elsewhere = name != own and not (citation.url and not citation.source)
    return {
        "citation": citation,
        "pieces": passage(citation.quote, citation.said, None).quote,
        "where": view.title(name) if elsewhere else "",
        "page": document.source.page_of(citation.paragraph) if document else None,
    }


def _twin(view: View, event: Event, name: str) -> dict[str, object] | None:
    if event.same_as is None:
        return None
    key = view.folder.resolve(event.same_as, source=name)
    return _row(view, key) if key else None


def _repeated_by(view: View, key: Key) -> list[dict[str, object]]:
    """The events that say they are the same as this one."""
    found = []
    for name, event in queue.events(view.folder):
        if event.same_as and view.folder.resolve(event.same_as, source=name) == key:
            found.append(_row(view, (name, event.id)))
    return found


def _row(view: View, key: Key) -> dict[str, object]:
    """An event in a list."""
    event = view.folder.files[key[0]].by_id[key[1]]
    quote = event.citations[0].quote if event.citations else ""
    words = _words(event.when, weekday=False)
    return {"key": key, "event": event, "words": words, "quote": quote}


def _form(view: View, form: Mapping[str, str], wrong: fields.Wrong) -> dict[str, object]:
    names = sorted(view.folder.documents)
    return {"form": form, "wrong": wrong, "kinds": fields.KINDS, "source_names": names}


def _words(when: str, *, weekday: bool = True) -> str:
    try:
        return When.parse(when).display("en", weekday=weekday) if when else ""
    except WhenError:
        return ""


def _names(path: str, name: str) -> bool:
    stem = path.rpartition("/")[2].removesuffix(store.SUFFIX)
    return name in (stem, stem.rpartition(".")[0])


def _start(filters: Filters) -> str:
    query = urlencode(filters.query(), errors="replace")
    return f"start?{query}"


def render(template: str, view: View, **values: object) -> str:
    """A template's page."""
    return (
        _environment()
        .get_template(template)
        .render(
            view=view,
            keys=KEYS,
            status_words=STATUS_WORDS,
            statuses=(*queue.STATUSES, queue.ALL),
            explain=fields.explain,
            **values,
        )
    )


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("timeline.review", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
