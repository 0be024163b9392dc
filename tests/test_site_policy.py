"""The policy allows the theme's own scripts by hash, and nothing that a page's content brings."""

from __future__ import annotations

import logging
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from tests.site_project import write_project
from timeline.errors import ProjectError
from timeline.site.build import build
from timeline.site.policy import inline_scripts, inline_styles, of_theme, policy

SCOPE = 'a=new URL("{}",location),b=1'


def strict(folder: Path, index: str = "# Home\n") -> Path:
    """A project whose site has headers; its mkdocs.yml."""
    config = write_project(folder, plugins="search, timeline: {headers: true}", index=index)
    config.write_text(
        config.read_text("utf-8").replace(
            "plugins: [search, timeline: {headers: true}]",
            "plugins:\n  - search\n  - timeline:\n      headers: true",
        ),
        "utf-8",
    )
    return config


def test_only_what_a_browser_would_run_is_a_script() -> None:
    """Not what has an address of its own, and not data."""
    page = (
        '<script>one()</script><SCRIPT type="module">two()</SCRIPT>'
        '<script src="x.js"></script><script type=application/ld+json>{}</script>'
        '<script id="c" type="application/json">{}</script>'
    )
    assert inline_scripts(page) == {"one()", "two()"}
    assert inline_styles('<style media="print">a{}</style>') == {"a{}"}


def test_a_hash_is_that_of_the_whole_text() -> None:
    """As browsers reckon it."""
    digest = b64encode(sha256(b" x() \n").digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in policy([" x() \n"])


def test_no_script_is_allowed_by_where_it_stands() -> None:
    """Neither inline nor from a text."""
    script = next(part for part in policy(["x()"]).split("; ") if part.startswith("script-src"))
    assert "unsafe" not in script
    assert "data:" not in script


def test_the_themes_scripts_differ_only_in_depth() -> None:
    """Anything else is not the theme's."""
    bare = [SCOPE.format("/sub/"), "palette()"]
    found = [SCOPE.format(".."), SCOPE.format("."), "palette()"]
    odd = ["steal()", SCOPE.format("..") + ";steal()", SCOPE.format('"+steal()+"')]
    assert of_theme([*found, *odd], bare) == set(found)


def test_a_site_gets_a_file_of_headers(tmp_path: Path) -> None:
    """Every script of every page is on the list."""
    site = build(strict(tmp_path)).site_dir
    text = (site / "_headers").read_text("utf-8")
    assert text.startswith(
        "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self' 'sha"
    )
    for path in site.rglob("*.html"):
        for script in inline_scripts(path.read_text("utf-8")):
            assert b64encode(sha256(script.encode()).digest()).decode() in text, path


def test_a_script_of_a_pages_own_is_named(tmp_path: Path) -> None:
    """A strict build stops: the page would not work."""
    with pytest.raises(ProjectError, match=r"index\.md: a script stands in this page"):
        build(strict(tmp_path, index="# Home\n\n<script>mine()</script>\n"))


def test_headers_of_ones_own_are_kept(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """And ours are told."""
    config = strict(tmp_path)
    (tmp_path / "docs" / "_headers").write_text("/*\n  X-Mine: 1\n", "utf-8")
    with caplog.at_level(logging.WARNING, "mkdocs"):
        site = build(config, strict=False).site_dir
    assert (site / "_headers").read_text("utf-8") == "/*\n  X-Mine: 1\n"
    assert "Content-Security-Policy" in caplog.text


def test_without_the_option_there_is_no_such_file(built_site: Path) -> None:
    """It is asked for."""
    assert not (built_site / "_headers").exists()
