"""Make the test set anew: `python -m tests.intake.make`. Each file has a .yml with its truth."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

from tests.intake.make_other import OTHERS
from tests.intake.make_pdf import PDFS

FOLDER = Path(__file__).parent / "documents"
MAKERS = {**PDFS, **OTHERS}


def main(names: Sequence[str] = ()) -> None:
    """Write every document, or those named, and what has to be read from each."""
    FOLDER.mkdir(exist_ok=True)
    for name in names or MAKERS:
        made, text, found = MAKERS[name]()
        (FOLDER / name).write_bytes(made)
        truth = {"title": text.title, "published": text.published, "paragraphs": list(found)}
        written = yaml.safe_dump(truth, allow_unicode=True, sort_keys=False, width=10**6)
        (FOLDER / f"{name}.yml").write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
