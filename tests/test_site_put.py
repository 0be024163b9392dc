"""Pages as files: MkDocs without the plugin makes the same of them; no file of yours is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.shell import Run
from tests.site_project import ALL_EXTENSIONS, write_evil_project, write_project
from timeline.errors import ProjectError
from timeline.site import put as put_module
from timeline.site.build import build, write_pages
from timeline.site.put import LIST, put

PLAIN = """\
site_name: Harbour
use_directory_urls: {directory_urls}
theme: {{name: material, font: false}}
plugins: [search]
markdown_extensions: [{extensions}]
extra_css: [{css}]
extra_javascript: [{js}]
"""


def plain_site(folder: Path, docs: Path, *, extensions: str, directory_urls: bool) -> Path:
    """The site that MkDocs makes of the files without our plugin; a warning stops it."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    assets = [str(path.relative_to(docs)) for path in sorted((docs / "assets").rglob("*.*"))]
    css = ", ".join(path for path in assets if path.endswith(".css"))
    js = ", ".join(path for path in assets if path.endswith(".js"))
    config_file = folder / "plain.yml"
    urls = str(directory_urls).lower()
    text = PLAIN.format(directory_urls=urls, extensions=extensions, css=css, js=js)
    config_file.write_text(text, "utf-8")
    site = folder / "plain"
    mkdocs_build(load_config(str(config_file), docs_dir=str(docs), site_dir=str(site), strict=True))
    return site


def article(path: Path) -> str:
    """What the page says, without the theme around it."""
    (found,) = re.findall(
        r'<article class="md-content__inner.*?</article>\s*</div>', path.read_text("utf-8"), re.S
    )
    # The plugin puts data for search engines into the head, which leaves an empty line.
    data = r'<script type="application/ld\+json">.*?</script>'
    return " ".join(re.sub(data, "", str(found), flags=re.S).split())


@pytest.mark.parametrize(
    ("hostile", "directory_urls"), [(False, False), (False, True), (True, False)]
)
def test_without_the_plugin_every_page_is_the_same(
    tmp_path: Path, hostile: bool, directory_urls: bool
) -> None:
    """With every Markdown extension, too: raw HTML that goes around the parser loses nothing."""
    extensions = ALL_EXTENSIONS if hostile else "toc"
    options = {"plugins": "search, timeline", "directory_urls": directory_urls}
    config = write_evil_project(tmp_path) if hostile else write_project(tmp_path, **options)
    ours, docs = build(config).site_dir, tmp_path / "pages"
    write_pages(docs, config)
    plain = plain_site(tmp_path, docs, extensions=extensions, directory_urls=directory_urls)
    pages = [p.relative_to(ours) for p in ours.rglob("*.html") if "<article" in p.read_text()]
    rendered = [page for page in pages if not {"embed", "cards"} & {*page.parts}]
    generated = [page for page in rendered if page.parts[0] in ("timeline", "sources")]
    assert len(generated) > 5
    assert [str(page) for page in generated if article(ours / page) != article(plain / page)] == []


def test_proposals_are_not_in_them(tmp_path: Path) -> None:
    """As in a built site."""
    docs = tmp_path / "pages"
    report = write_pages(docs, write_project(tmp_path))
    text = "".join(path.read_text("utf-8") for path in docs.rglob("*.md"))
    assert report.events == 9
    assert "Divers see cracks" in text
    assert "A ferry is laid on" not in text
    assert (docs / "timeline" / "timeline.csv").exists()


def test_an_event_with_a_fault_stops_it(tmp_path: Path) -> None:
    """With the line, and nothing is written."""
    config = write_project(tmp_path)
    source = tmp_path / "sources" / "bridge-closed.md"
    source.write_text(
        source.read_text("utf-8").replace("to all traffic on Friday", "to all"), "utf-8"
    )
    with pytest.raises(ProjectError, match=r"bridge-closed\.events\.yml:\d+"):
        write_pages(tmp_path / "pages", config)
    assert not (tmp_path / "pages").exists()


def test_a_second_time_takes_away_what_is_no_more(tmp_path: Path) -> None:
    """What somebody put beside it stays."""
    put({"a/old.md": "x", "a/b.md": "x"}, tmp_path)
    (tmp_path / "a" / "mine.md").write_text("mine", "utf-8")
    put({"a/b.md": "y", "c.css": b"z"}, tmp_path)
    found = {str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*") if p.is_file()}
    assert found == {"a/b.md", "a/mine.md", "c.css", LIST}
    assert (tmp_path / "a" / "b.md").read_text("utf-8") == "y"


@pytest.mark.parametrize(("path", "said"), [("mine.md", "in the way"), ("ours.md", "was changed")])
def test_what_a_person_wrote_is_never_overwritten(tmp_path: Path, path: str, said: str) -> None:
    """Nor what they changed; and then nothing is written at all."""
    put({"ours.md": "x", "other.md": "x"}, tmp_path)
    (tmp_path / path).write_text("by hand", "utf-8")
    with pytest.raises(ProjectError, match=said):
        put({"other.md": "y", "mine.md": "y", "ours.md": "y"}, tmp_path)
    assert (tmp_path / path).read_text("utf-8") == "by hand"
    assert (tmp_path / "other.md").read_text("utf-8") == "x"


def test_after_a_crash_the_next_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some files are new and some old then; all are known for our own."""
    put({"a.md": "1", "b.md": "1"}, tmp_path)
    write = put_module.write_atomic

    def half(path: Path, data: bytes, **options: bool) -> None:
        if path.name == "b.md":
            raise KeyboardInterrupt
        write(path, data, **options)

    with monkeypatch.context() as patch:
        patch.setattr(put_module, "write_atomic", half)
        with pytest.raises(KeyboardInterrupt):
            put({"a.md": "2", "b.md": "2"}, tmp_path)
    assert [path.read_text() for path in sorted(tmp_path.glob("*.md"))] == ["2", "1"]
    put({"a.md": "3", "b.md": "3"}, tmp_path)
    assert [path.read_text() for path in sorted(tmp_path.glob("*.md"))] == ["3", "3"]


def test_the_command_says_what_the_pages_need(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    """In lines to copy into mkdocs.yml."""
    write_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    said = run("build", "--pages", "out")
    assert said.code == 0
    assert "9 events in out." in said.out
    assert "extra_css:\n  - assets/timeline/timeline.css\n" in said.out
    assert run("build", "--pages", "out", "--site-dir", "x").code == 2
