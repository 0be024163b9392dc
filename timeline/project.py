"""Where a project's parts stand, and a new one."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from timeline.errors import ProjectError
from timeline.files import write_atomic

SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with `sources/` in it; `config` is its mkdocs.yml, which may be missing."""

    root: Path

    @property
    def sources(self) -> Path:
        """The folder of sources and event files."""
        return self.root / SOURCES

    @property
    def config(self) -> Path:
        """The site's configuration."""
        return self.root / "mkdocs.yml"


def find(start: Path) -> Project:
    """The project that `start` lies in: the nearest folder upwards that has `sources/`."""
    for folder in (start, *start.parents):
        if (folder / SOURCES).is_dir():
            return Project(folder)
    raise ProjectError(
        "there is no sources/ folder here or above",
        where=start,
        hint="`timeline init` makes one, or go to your project's folder",
    )


def init(root: Path) -> list[tuple[Path, bool]]:
    """Lay out a new project; returns each file with whether it was made. Existing ones stay."""
    made = []
    (root / SOURCES).mkdir(parents=True, exist_ok=True)
    template = resources.files("timeline") / "starter"
    for name in ("mkdocs.yml", "docs/index.md", ".gitignore"):
        target = root / name
        if target.exists():
            made.append((target, False))
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(target, (template / name.lstrip(".")).read_bytes())
        made.append((target, True))
    return made
