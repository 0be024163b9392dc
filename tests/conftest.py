"""Fixtures that several test modules use."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.browser import open_reader  # noqa: F401  # a fixture
from tests.demo_sites import demo_disk, demo_instant, demo_web, visit  # noqa: F401  # fixtures
from tests.hostile_project import hostile_site, plain_site  # noqa: F401  # fixtures
from tests.pictures import pictures  # noqa: F401  # a fixture
from tests.review_browser import open_page  # noqa: F401  # a fixture
from tests.shell import Run, Said
from timeline import cli, pipeline
from timeline.events.parser import Parser, load_parser

SLOW = (HealthCheck.too_slow,)  # a busy machine is no fault of the code
settings.register_profile("ci", deadline=None, suppress_health_check=SLOW, derandomize=True)
settings.register_profile("here", deadline=None, suppress_health_check=SLOW)
settings.load_profile("ci" if os.environ.get("CI") else "here")

BROWSERS = ("chromium", "chromium-browser", "google-chrome")

ARTICLE = """\
---
title: Ministers meet in Geneva
published: 2015-09-25
publisher: The Daily Example
---

Foreign ministers Anna Lind and Pavel Novak met in Geneva on Thursday, two officials said.

The last such meeting took place in March 2014, after a border crossing had been closed.

The two sides will meet again next week in Oslo.
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, and the working folder."""
    (tmp_path / "sources").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def write(project: Path) -> Callable[[str, str], Path]:
    """Put a text into the project's sources/."""

    def put(name: str, text: str = ARTICLE) -> Path:
        path = project / "sources" / name
        path.write_text(text, "utf-8")
        return path

    return put


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command as a shell does, in this process and without a language model."""
    monkeypatch.setattr(pipeline, "_parser", lambda language: None)

    def call(*words: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["timeline", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        return Said(int(ended.value.code or 0), said.out, said.err)

    return call


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented timeline's site, with every text field of one source hostile; built once."""
    from tests.site_project import write_evil_project
    from timeline.site.build import build

    return build(write_evil_project(tmp_path_factory.mktemp("site"))).site_dir


@pytest.fixture(scope="session")
def arabic_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small timeline in Arabic, which runs right to left; built once."""
    from tests.site_arabic import write_arabic_project
    from timeline.site.build import build

    return build(write_arabic_project(tmp_path_factory.mktemp("arabic"))).site_dir


@pytest.fixture(scope="session")
def english() -> Parser:
    """The English parser, or a skip."""
    parser = load_parser("en")
    if parser is None:
        pytest.skip("no English model installed")
    return parser


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The system's Chromium; without one, skipped, but a failure where it is required."""
    sync_api = pytest.importorskip("playwright.sync_api")
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        if os.environ.get("CI") == "true" or os.environ.get("TIMELINE_REQUIRE_BROWSER"):
            pytest.fail(f"none of {', '.join(BROWSERS)} is installed")
        pytest.skip("Chromium is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()
