"""What the words typed mean: the files, folders and days that commands are given."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from timeline import errors, project


def sources_of(path: Path) -> list[Path]:
    """The sources that a path names: a folder all in it, an event file the one beside it."""
    from timeline import readers, store

    if path.is_dir():
        return readers.sources_in(path)
    if not path.name.endswith(store.SUFFIX):
        return [path]
    stem = path.name.removesuffix(store.SUFFIX)
    beside = readers.sources_in(path.parent)
    found = [source for source in beside if source.stem == stem]
    if not found:
        what = f"there is no source {stem} beside this event file"
        raise errors.SourceError(what, where=path, hint="name the article itself")
    return found


def must_speak(language: str) -> None:
    from timeline.temporal.lang import speaks

    if not speaks(language):
        what = f"there are no date rules for the language {language}"
        raise errors.UsageError(what, hint="give it as a code, such as en, fr or uk")


def must_be_folder(path: Path) -> None:
    if not path.is_dir():
        raise errors.UsageError("is not a folder", where=path, hint="name the sources folder")


def config_at(config: Path | None) -> Path:
    path = config or project.find(Path.cwd()).config
    if not path.exists():
        raise errors.ProjectError(
            "there is no mkdocs.yml", where=path, hint="`timeline init` makes one"
        )
    return path


def has_project(start: Path) -> bool:
    try:
        project.find(start)
    except errors.ProjectError:
        return False
    return True


def day_of(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise errors.UsageError(f"{text} is no day", hint="write it as 2015-09-25") from error
