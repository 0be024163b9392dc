"""The name of an event: made from its evidence, so that better rules update and never rename."""

from __future__ import annotations

import hashlib

_LENGTH = 8


def identify(sentence: str, said: str, *, repeat: int = 0, ordinal: int = 0) -> str:
    """Eight hex digits for the event that `said` dates in `sentence`.

    `repeat` counts the earlier places of the document with the same sentence and the same
    words; `ordinal` says which event of those words it is. White space does not count, nor do
    the date's value, the cut of the clause and the file's name. SHA-256, cut: among 10,000
    events the chance that any two meet is about one in a hundred.
    """
    evidence = "\x1f".join((" ".join(sentence.split()), said, str(repeat), str(ordinal)))
    return hashlib.sha256(evidence.encode("utf-8")).hexdigest()[:_LENGTH]
