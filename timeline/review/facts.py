"""A source's facts as a form's fields, and a form's fields as its front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from timeline import files
from timeline.check import Folder
from timeline.errors import SourceError, TimelineError, UsageError, WhenError
from timeline.model import Source
from timeline.readers import frontmatter, text
from timeline.review.actions import Desk
from timeline.review.fields import LONGEST, Wrong
from timeline.review.journal import Facts, Step
from timeline.review.state import fingerprint

FIELDS = ("title", "published", "author", "publisher", "language", "url")


class OtherNowError(UsageError):
    """The front matter is not as the form showed it."""


def texts_of(source: Source) -> dict[str, str]:
    """The texts that a form shows."""
    return {key: getattr(source, key) or "" for key in FIELDS}


def read(form: Mapping[str, str], source: Source) -> tuple[dict[str, str | None], Wrong]:
    """The facts that a form changes (None: taken away), and what is wrong with them."""
    changed: dict[str, str | None] = {}
    wrong: Wrong = {}
    for key, old in texts_of(source).items():
        value = " ".join(form.get(key, old).split())
        if value == " ".join(old.split()):
            continue
        try:
            if len(value) > LONGEST:
                raise SourceError(f"this has {len(value)} characters", hint=f"at most {LONGEST}")
            if not value and key == "title":
                raise SourceError("an article needs a title", hint="its headline")
            changed[key] = frontmatter.check(key, value) if value else None
        except (SourceError, WhenError) as error:
            wrong[key] = (error.what.removeprefix(f"{key}: "), error.hint)
    return changed, wrong


def header_of(folder: Folder, name: str) -> str | None:
    """A source's front matter as it stands in its file, None without any.

    SourceError where it can't be had.
    """
    content, _ = text.load(folder.paths[name])
    found = frontmatter.parts(content)
    return found[1] if found else None


def save(
    desk: Desk,
    name: str,
    changed: Mapping[str, str | None],
    seen: str,
    comments: Mapping[str, str] = MappingProxyType({}),
) -> Step:
    """Write the facts; the text stays byte for byte. `seen` is the fingerprint that was shown.

    `comments` say where a value was found.

    Raises OtherNowError where other facts stand there now; then nothing is written.
    """
    with files.writing(desk.shelf.path):
        folder = desk.shelf.folder()
        if name not in folder.documents:
            raise UsageError(f"there is no source {name} any more", hint="go back to the list")
        before = header_of(folder, name)
        if fingerprint(before or "") != seen:
            what = "its facts were changed meanwhile; nothing was saved"
            raise OtherNowError(what, hint="save once more to put yours in their place")
        if not changed:
            return Step(0, "Nothing changed", "")
        given = {key: value for key, value in changed.items() if value is not None}
        after = frontmatter.update(before or "", given, comments, without=changed.keys() - given)
        _write(folder, name, after)
    title = changed.get("title") or folder.documents[name].source.title
    one = Facts(name, folder.paths[name].name, before, after)
    try:
        return desk.journal.add("Facts saved", title, facts=[one])
    except TimelineError as error:
        return Step(0, f"Facts saved ({error.what})", title, facts=(one,))


def undo(desk: Desk, facts: Facts) -> str:
    """Put the front matter from before back, under the lock; why not, where that can't be."""
    folder = desk.shelf.folder()
    if facts.source not in folder.documents:
        return "the article is gone, or can’t be read"
    try:
        if (header_of(folder, facts.source) or "") != facts.after:
            return "its facts have been changed since"
        _write(folder, facts.source, facts.before)
    except TimelineError as error:
        return error.what
    return ""


def _write(folder: Folder, name: str, header: str | None) -> None:
    """Put a header in the place of a source's own; None takes the whole front matter away."""
    path = folder.paths[name]
    content, _ = text.load(path)
    found = frontmatter.parts(content)
    if header is None:
        whole = re.sub(r"\A\r?\n", "", found[3]) if found else content
    elif found is None:
        whole = f"---\n{header}---\n\n{content}" if header else content
    else:
        whole = found[0] + header + found[2] + found[3]
    text.parse(whole, name=name, path=path)  # what could not be read again is not written
    files.write_atomic(path, whole.encode("utf-8"))
