"""The theme's language follows the plugin's where only the plugin has been told one."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import get_yaml_loader, yaml_load


def speak(config: MkDocsConfig, language: str | None) -> None:
    """Set `theme.language`, and with it the direction of the pages, as Material knows them.

    A language that mkdocs.yml gives the theme stays; so does all of a theme that has none.
    """
    if not language or _told(config):
        return
    primary, _, region = language.replace("_", "-").partition("-")
    codes = [primary.lower()]
    if region:
        title = region.title() if len(region) == 4 else region.upper()
        codes.insert(0, f"{primary.lower()}-{title}")
    for code in codes:
        if _known(config, code):
            config.theme["language"] = code
            return


def _told(config: MkDocsConfig) -> bool:
    """Whether mkdocs.yml itself names the theme's language; its default is no choice."""
    path = Path(config.config_file_path or "")
    if not path.is_file():
        return True
    with path.open("rb") as file:  # the loaded settings don't tell a default from a choice
        theme = yaml_load(file, get_yaml_loader()).get("theme")
    return isinstance(theme, dict) and "language" in theme


def _known(config: MkDocsConfig, code: str) -> bool:
    partial = Path("partials", "languages", f"{code}.html")
    return code.replace("-", "").isalpha() and any(
        Path(folder, partial).is_file() for folder in config.theme.dirs
    )
