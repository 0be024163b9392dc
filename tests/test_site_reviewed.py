"""The day of the decision under an event, where a site wants it and git can tell."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from tests import repository
from tests.repository import Repository
from tests.shell import Run
from tests.site_example import EXAMPLE
from tests.site_project import HOSTILE, write_project
from tests.test_site_generate import article
from tests.test_site_plugin import page
from tests.test_site_plugin import run as build_with
from timeline.history import Decided
from timeline.site.generate import pages, selection
from timeline.site.options import SiteOptions

KEY = ("bridge-closed", "00000006")
DAY = dt.datetime(2026, 10, 3, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
ANNA = Decided("accepted", "Anna Lind", DAY, "a" * 40)


def shown(decided: Decided, **options: object) -> str:
    made = pages(EXAMPLE, options=SiteOptions(**options), reviewed={KEY: decided})  # type: ignore[arg-type]
    return article(made["timeline/index.md"], KEY[1])


def test_the_day_is_in_the_sites_language_and_no_name_beside_it() -> None:
    """Newsrooms publish when, not who."""
    assert '<p class="tl-reviewed">reviewed 3 October 2026</p>' in shown(ANNA)
    assert "geprüft am 3. Oktober 2026" in shown(ANNA, language="de")
    assert "Anna Lind" not in shown(ANNA)


def test_the_name_stands_there_only_if_asked_for() -> None:
    """Somebody's name is theirs to give."""
    assert "reviewed 3 October 2026 by Anna Lind" in shown(ANNA, reviewers=True)


@pytest.mark.parametrize("evil", HOSTILE)
def test_a_name_is_inert(evil: str) -> None:
    """Whoever commits chooses it."""
    text = shown(Decided("accepted", evil, DAY, "a" * 40), reviewers=True)

    assert "<script" not in text
    assert "<img" not in text
    assert "{{" not in text


@pytest.mark.parametrize("decided", [Decided("accepted"), Decided("disputed", "Ben", DAY, "b")])
def test_nothing_where_nobody_knows(decided: Decided) -> None:
    """Not committed yet, or another decision than the one that is shown."""
    assert "tl-reviewed" not in shown(decided)


def test_selections_on_other_pages_say_it_too() -> None:
    """The same event, the same words."""
    assert "reviewed 3 October 2026" in selection(EXAMPLE, page="index.md", reviewed={KEY: ANNA})


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The example's project in a repository, its decisions committed."""
    made = repository.begin(tmp_path / "repo", monkeypatch)
    plugins = "search, {timeline: {reviewed: true}}"
    write_project(made.folder, plugins=plugins)
    made.commit("Review")
    return made


def test_a_built_site_has_it(repo: Repository) -> None:
    """Under each event, and nothing is written into a file for it."""
    built = page(build_with(repo.folder / "mkdocs.yml"), "timeline/index.html")

    assert built.count("reviewed 3 October 2026") == built.count('<article class="tl-event')
    assert repo.git("status", "--porcelain", "sources") == ""


def test_a_site_without_git_is_built_all_the_same(tmp_path: Path) -> None:
    """Nothing shown, nothing said, no failure; off is off."""
    for number, wanted in enumerate(("reviewed", "reviewers")):
        folder = tmp_path / str(number)
        config = write_project(folder, plugins=f"search, {{timeline: {{{wanted}: true}}}}")
        assert "tl-reviewed" not in page(build_with(config), "timeline/index.html")


def test_it_is_off_unless_asked_for(repo: Repository) -> None:
    """A site shows what its people chose to show."""
    repo.change("mkdocs.yml", "reviewed: true", "reviewed: false")

    assert "tl-reviewed" not in page(build_with(repo.folder / "mkdocs.yml"), "timeline/index.html")


def test_a_shallow_clone_builds_without(repo: Repository, tmp_path: Path) -> None:
    """As hosts make them: a day that may be wrong is not shown."""
    repo.write("docs/more.md", "# More\n")
    repo.commit("More", when="2026-12-24T10:00")
    clone = tmp_path / "clone"
    repo.git("clone", "--quiet", "--depth", "1", repo.folder.as_uri(), str(clone))

    assert "tl-reviewed" not in page(
        build_with(clone / "mkdocs.yml", strict=False), "timeline/index.html"
    )


def test_the_feeds_are_by_review(repo: Repository, run: Run) -> None:
    """The decision committed last comes first, in the site's feed and in the exported one."""
    repo.change("sources/bridge-closed.events.yml", "status: accepted", "status: disputed")
    repo.commit("Dispute", when="2026-12-24T10:00")
    config = build_with(repo.folder / "mkdocs.yml")
    built = (Path(config.site_dir) / "timeline/feed.json").read_bytes()
    items = json.loads(built)["items"]

    assert items[0]["title"] == "1970s: The bridge is widened (disputed)"
    assert [i["date_published"] for i in items[:2]] == [
        "2026-12-24T10:00:00+02:00",
        "2026-10-03T23:30:00+02:00",
    ]
    assert run("export", "jsonfeed").out.encode() == built


def test_the_feeds_say_no_day_unless_asked_for(repo: Repository) -> None:
    """As the pages don't."""
    repo.change("mkdocs.yml", "reviewed: true", "reviewed: false")
    config = build_with(repo.folder / "mkdocs.yml")

    assert "2026-10-03" not in (Path(config.site_dir) / "timeline/feed.atom").read_text("utf-8")
