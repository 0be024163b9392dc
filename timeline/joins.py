"""A person's word on whether two events are one, written into an event file, and taken back."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from timeline import edit, files, store
from timeline.check import Folder, joined_root
from timeline.errors import UsageError
from timeline.link import Key, Telling, clash
from timeline.model import Event


@dataclass(frozen=True, slots=True)
class Written:
    """What one decision wrote: the event whose line it is, the event it names, the folder now.

    `asked` are the two events that the decision was about. `clash` says that the dates of the
    two can't both be true.
    """

    folder: Folder
    key: Key
    event: Event
    other: Key
    asked: tuple[Key, ...]
    clash: bool = False


def tellings(folder: Folder) -> list[Telling]:
    """Every event of the folder, ready for `timeline.link.suggest`."""
    return [
        Telling(
            name, event, _root(folder, (name, event.id)), frozenset(_apart(folder, name, event))
        )
        for name, file in folder.files.items()
        for event in file.record.events
    ]


def accept(folder: Folder, repeat: Key, kept: Key) -> Written:
    """Say that `repeat` tells the same happening as `kept`: one line `same_as`.

    Where one of them is joined to others already, all become one. Raises UsageError for events
    that are rejected, joined, or were kept apart by a person.
    """
    source, target = _root(folder, repeat), _root(folder, kept)
    if source == target:
        raise UsageError(f"{_said(repeat)} and {_said(kept)} are joined already")
    for key in (repeat, kept, source, target):
        if _event(folder, key).status == "rejected":
            hint = f"`timeline reopen {key[1]}` first, if that was a mistake"
            raise UsageError(f"{_said(key)} is rejected", hint=hint)
    if _kept_apart(folder, source, target):
        hint = f"`timeline link --undo {_said(repeat)}` takes that back"
        raise UsageError(f"{_said(repeat)} and {_said(kept)} were said to be two", hint=hint)
    written = _write(folder, source, target, same_as=name_of(folder, target, source=source[0]))
    clashes = clash(written.event, _event(folder, target))
    return dataclasses.replace(written, asked=(repeat, kept), clash=clashes)


def decline(folder: Folder, repeat: Key, kept: Key) -> Written:
    """Say that the two are not one happening: `not_same_as`, and they are never suggested again."""
    if _root(folder, repeat) == _root(folder, kept):
        hint = f"`timeline link --undo {_said(repeat)}` parts them"
        raise UsageError(f"{_said(repeat)} and {_said(kept)} are joined", hint=hint)
    name = name_of(folder, kept, source=repeat[0])
    names = _event(folder, repeat).not_same_as or ()
    return _write(folder, repeat, kept, not_same_as=tuple(dict.fromkeys((*names, name))))


def undo(folder: Folder, key: Key) -> Written:
    """Take back what was said of an event: its lines `same_as` and `not_same_as` go."""
    event = _event(folder, key)
    if not event.same_as and not event.not_same_as:
        hint = "name the event whose block has a line same_as or not_same_as"
        raise UsageError(f"nothing was said of {_said(key)}", hint=hint)
    return _write(folder, key, key, same_as=None, not_same_as=None)


def name_of(folder: Folder, key: Key, *, source: str | None) -> str:
    """How an event of `source`, or a person (None), names another: its id where that is enough."""
    owner, event_id = key
    homes = [name for name, file in folder.files.items() if event_id in file.by_id]
    if source is not None:
        return event_id if folder.resolve(event_id, source=source) == key else f"{owner}/{event_id}"
    return event_id if homes == [owner] else f"{owner}/{event_id}"


def _write(folder: Folder, key: Key, other: Key, **fields: object) -> Written:
    name, event_id = key
    path = folder.files[name].path
    with files.writing(folder.path):
        before = edit.rewrite(path, {event_id: edit.setting(**fields)})
        file = store.load(path)
    now = dataclasses.replace(folder, files={**folder.files, name: file})
    if not before and event_id not in file.by_id:
        raise UsageError(f"{_said(key)} is gone from its file", hint="run the command again")
    return Written(now, key, file.by_id[event_id], other, (key, other))


def _event(folder: Folder, key: Key) -> Event:
    return folder.files[key[0]].by_id[key[1]]


def _root(folder: Folder, key: Key) -> Key:
    return joined_root(folder, *key) or key  # a circle joins nothing; `timeline check` tells


def _apart(folder: Folder, source: str, event: Event) -> Iterator[Key]:
    for name in event.not_same_as or ():
        key = folder.resolve(name, source=source)
        if key is not None:
            yield key


def _kept_apart(folder: Folder, one: Key, other: Key) -> bool:
    """Whether a person kept any event of the two groups from any of the other's."""
    groups: dict[Key, list[Telling]] = {one: [], other: []}
    for telling in tellings(folder):
        if telling.root in groups:
            groups[telling.root].append(telling)
    return any(b.key in a.apart or a.key in b.apart for a in groups[one] for b in groups[other])


def _said(key: Key) -> str:
    return f"{key[0]}/{key[1]}"
