"""What `check` found, for programs: GitHub's annotations and SARIF, each problem on its line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from tests import repository, sarif
from tests.conftest import ARTICLE
from tests.repository import Repository
from tests.test_check import GOOD
from timeline import check, contradictions, reports
from timeline.model import Problem

HARD = Problem(
    "/desk/sources/a, b: 100% ü.yml", 7, "not: this,\nbut 100 %", "so: do", "aa", rule="date"
)
ROOT = Path("/desk")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository in which the project is a folder, and a quote that stands nowhere."""
    made = repository.begin(tmp_path / "repo", monkeypatch)
    made.write("desk/sources/talks.md", ARTICLE)
    made.write("desk/sources/talks.events.yml", GOOD.replace("meeting took place in", "one was in"))
    return made


def run(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "timeline", "check", *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_github_gets_every_character() -> None:
    """Its own escapes: colons and commas in properties, line breaks and % everywhere."""
    assert reports.as_github([HARD], ROOT) == (
        "::error file=sources/a%2C b%3A 100%25 ü.yml,line=7,title=A date that is missing or wrong"
        "::aa: not: this,%0Abut 100 %25%0ATry: so: do\n"
    )


def test_a_warning_is_one() -> None:
    """It doesn't stop a pull request."""
    doubt = Problem("/desk/a.yml", 1, "two dates", warning=True, rule="doubt")

    assert reports.as_github([doubt], ROOT).startswith("::warning file=a.yml,line=1,")
    assert (
        json.loads(reports.as_sarif([doubt], ROOT))["runs"][0]["results"][0]["level"] == "warning"
    )


def test_sarif_keeps_to_the_standard() -> None:
    """With problems and without; addresses are relative and hold no odd character."""
    for problems in ([], [HARD, HARD]):
        jsonschema.validate(json.loads(reports.as_sarif(problems, ROOT)), sarif.LOG)
    (result,) = json.loads(reports.as_sarif([HARD], ROOT))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]

    assert place["artifactLocation"]["uri"] == "sources/a%2C%20b%3A%20100%25%20%C3%BC.yml"
    assert place["region"] == {"startLine": 7}


def test_a_problem_is_the_same_on_another_line() -> None:
    """So that a report of the next day is no new one."""
    two = [Problem("/desk/a.yml", line, "no quote", event="aa", rule="citation") for line in (1, 9)]
    results = json.loads(reports.as_sarif(two, ROOT))["runs"][0]["results"]

    assert results[0]["partialFingerprints"] == results[1]["partialFingerprints"]


def test_rules_have_names_that_stay() -> None:
    """Reports of two versions are compared by them: never rename one."""
    assert list(reports.RULES) == [
        *("unreadable", "merge-conflict", "source-name", "source-date", "original", "date"),
        *("citation", "same-as", "slug", "doubt"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("source: talks", "source: other", "source-name"),
        ("'2014-03'", "'2014-13'", "date"),
        ("'2014-03'", "2014-03", "date"),
        ("quote: The last", "quote: The first", "citation"),
        ("status: accepted", "status: accepted\n  same_as: ffff", "same-as"),
        ("when: '20", "slug: a\n  when: '20", "slug"),
        ("kind: happened", "kind: happend", "unreadable"),
        ("published: 2015-09-25\n", "", "source-date"),
    ],
)
def test_each_problem_has_its_rule(project: Path, old: str, new: str, rule: str) -> None:
    """In the event file, or in the article."""
    (project / "sources/talks.md").write_text(ARTICLE.replace(old, new), "utf-8")
    (project / "sources/talks.events.yml").write_text(GOOD.replace(old, new), "utf-8")
    found = check.check(check.read_folder(project / "sources"))

    assert {problem.rule for problem in found} == {rule}


def test_a_doubt_has_its_rule(project: Path) -> None:
    """What may be meant, and is worth a look."""
    text = GOOD.replace("'2014-03'", "'2014-03-16'")
    (project / "sources/talks.md").write_text(ARTICLE, "utf-8")
    (project / "sources/talks.events.yml").write_text(text, "utf-8")
    found = list(contradictions.doubts(check.read_folder(project / "sources")))

    assert [(problem.rule, problem.warning) for problem in found] == [("doubt", True)]


def test_paths_are_those_of_the_repository(
    repo: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GitHub knows no other, wherever the command was run."""
    monkeypatch.chdir(repo.folder / "desk")
    said = run("--format", "github")

    assert said.returncode == 1
    assert said.stdout.startswith(
        "::error file=desk/sources/talks.events.yml,line=12,title=A quote"
    )
    assert "1 problem." in said.stdout


def test_sarif_is_all_that_its_file_gets(repo: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts go to the terminal; the exit code is as ever."""
    monkeypatch.chdir(repo.folder / "desk")
    said = run("--format", "sarif")
    log = json.loads(said.stdout)

    assert said.returncode == 1
    assert "1 problem." in said.stderr
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["citation"]


def test_without_a_repository_paths_begin_at_the_project(project: Path) -> None:
    """A check on somebody's own machine."""
    (project / "sources/talks.md").write_text(ARTICLE, "utf-8")
    (project / "sources/talks.events.yml").write_text("source: [", "utf-8")

    assert "file=sources/talks.events.yml,line=1," in run("--format", "github").stdout
