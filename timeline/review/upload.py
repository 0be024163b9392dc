"""A form with files -> their names and bytes, and the other fields; in bounds while it comes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import python_multipart  # noqa: F401  # starlette asserts that it is there; this says so sooner
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from timeline.errors import UsageError
from timeline.intake.article import LIMIT
from timeline.readers.text import LIMIT as LONGEST
from timeline.review.security import TooLargeError

MOST = 100
"""Files of one form."""
_FIELDS = 50
_NAME = 200  # characters of a file's name


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a form brought: (name, bytes) of each file, and its fields. A name is no path."""

    files: tuple[tuple[str, bytes], ...]
    fields: Mapping[str, str]


async def received(request: Request) -> Parcel:
    """The form of a request. Raises UsageError where it is too large, or can't be read."""
    try:
        async with request.form(max_files=MOST, max_fields=_FIELDS, max_part_size=LONGEST) as form:
            files = [
                (name_of(value.filename or ""), await value.read())
                for _, value in form.multi_items()
                if isinstance(value, UploadFile) and (value.filename or value.size)
            ]
            fields = {key: value for key, value in form.items() if isinstance(value, str)}
    except TooLargeError:
        what = f"this is more than {LIMIT / 1e6:.0f} MB"
        hint = "fewer files at once, or `timeline add` in the terminal"
        raise UsageError(what, hint=hint) from None
    except HTTPException as error:
        if "Too many files" in error.detail:
            what, hint = f"these are more than {MOST} files", "fewer at once, or `timeline add`"
        else:
            what, hint = "this form can’t be read", "load the page again, and try once more"
        raise UsageError(what, hint=hint) from None
    return Parcel(tuple(files), fields)


def name_of(told: str) -> str:
    """A file's name as a browser tells it, without the folders before it; it opens nothing."""
    last = told.replace("\\", "/").rpartition("/")[2]
    return "".join(c for c in last if c.isprintable()).strip()[-_NAME:] or "article"
