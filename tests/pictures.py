"""Pictures in README and docs, drawn by tests: into docs/assets where that is asked for.

TIMELINE_SCREENSHOTS=1 pytest tests/test_review_pictures.py tests/test_site_pictures.py
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
ASSETS = ROOT / "docs" / "assets"


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """The folder to draw into: docs/assets, or one that is thrown away."""
    return ASSETS if os.environ.get("TIMELINE_SCREENSHOTS") else tmp_path / "drawn"


def keep(page: Any, path: Path) -> None:
    """The window as it is, once it has come to rest."""
    page.wait_for_timeout(400)
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path)
    assert path.read_bytes().startswith(b"\x89PNG")
