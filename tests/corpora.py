"""Outside corpora that tests measure on; their folder is named by TIMELINE_CORPORA."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def outside(*parts: str) -> Path:
    """A file or folder of the outside corpora; skips the test where there are none."""
    root = os.environ.get("TIMELINE_CORPORA")
    if not root:
        pytest.skip("TIMELINE_CORPORA names no folder of corpora")
    path = Path(root).joinpath(*parts)
    if not path.exists():
        pytest.skip(f"{path} is not there")
    return path
