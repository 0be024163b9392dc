"""The site's language in real builds: from the theme, or from the plugin alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.site_example import EXAMPLE
from tests.site_project import write_project
from timeline.exports import ExportOptions, make
from timeline.selection import load
from timeline.site.build import build, settings_of


def built(folder: Path, *, plugin: str = "", theme: str = "") -> str:
    """The timeline's page of a site with these languages in its mkdocs.yml."""
    config = write_project(folder)
    text = config.read_text("utf-8")
    if plugin:
        text = text.replace("offline, timeline]", f"offline, timeline: {{language: {plugin}}}]")
    if theme:
        text = text.replace("  font: false\n", f"  font: false\n  language: {theme}\n")
    config.write_text(text, "utf-8")
    return (build(config).site_dir / "timeline" / "index.html").read_text("utf-8")


def test_the_timeline_follows_the_language_of_the_theme(tmp_path: Path) -> None:
    """One line in mkdocs.yml, and all of it is German."""
    page = built(tmp_path, theme="de")
    assert '<html lang="de"' in page
    assert "Chronik" in page
    assert "Donnerstag" in page
    assert "geplant" in page


@pytest.mark.parametrize(
    ("plugin", "lang", "word"),
    [("he", "he", "ציר זמן"), ("pt-br", "pt", "Cronologia"), ("de-AT", "de", "Chronik")],
)
def test_the_plugins_language_alone_is_enough(
    tmp_path: Path, plugin: str, lang: str, word: str
) -> None:
    """The theme follows, and its direction, where the theme has not been told another."""
    page = built(tmp_path, plugin=plugin)
    assert f'<html lang="{lang}"' in page
    assert word in page
    assert ('dir="rtl"' in page) == (lang == "he")


def test_a_language_given_to_the_theme_stays(tmp_path: Path) -> None:
    """Someone may want an English menu around a French timeline."""
    page = built(tmp_path, plugin="fr", theme="en")
    assert '<html lang="en"' in page
    assert "Chronologie" in page


def test_a_language_that_the_theme_lacks_changes_nothing_there(tmp_path: Path) -> None:
    """Frisian is not among Material's; the build goes on with its default."""
    assert '<html lang="en"' in built(tmp_path, plugin="fy")


def test_exports_speak_the_sites_language(tmp_path: Path) -> None:
    """The printed table: its headings, its dates, and the way it runs."""
    built(tmp_path, plugin="ar")
    site, _ = settings_of(tmp_path / "mkdocs.yml")
    assert site.language == "ar"
    made = make("chronology", load(tmp_path / "sources"), options=ExportOptions(language="ar"))
    assert '<html lang="ar" dir="rtl">' in made.text
    for heading in ("الرقم", "التاريخ", "الحدث", "المصدر"):
        assert f'<th scope="col">{heading}</th>' in made.text
    assert "الخميس، 17 أبريل 2014" in made.text


@pytest.mark.parametrize(
    ("language", "before", "place"),
    [
        ("en", "<p>Thursday", "found, The Harbour Gazette, 9 May 2014, paragraph 2"),
        ("de", "<p>Donnerstag", "found, The Harbour Gazette, 9. Mai 2014, Absatz 2"),
        ("ar", '<div dir="rtl"><p>الخميس', "found، The Harbour Gazette، 9 مايو 2014، الفقرة 2"),
        ("ja", "<p>2014年4月17日木曜日", "found、The Harbour Gazette、2014年5月9日、第2段落"),
    ],
)
def test_feeds_speak_the_language_and_run_as_it_does(
    language: str, before: str, place: str
) -> None:
    """A reader of feeds has a page of its own, so the direction is said with each entry."""
    made = make("jsonfeed", EXAMPLE, options=ExportOptions(language=language)).text
    (body,) = (
        item["content_html"] for item in json.loads(made)["items"] if "Divers" in item["title"]
    )
    assert body.startswith(before)
    assert place in body
