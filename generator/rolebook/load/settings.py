"""What mkdocs.yml says of the handbook, for those who have no MkDocs to ask: the command line and the checks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from rolebook.errors import Message, Problem
from rolebook.language.locales import computers, like
from rolebook.language.strings import LANGUAGES
from rolebook.load.blame import blamed
from rolebook.load.files import contents
from rolebook.load.node import Placed
from rolebook.load.syntax import invisible, lines_of, not_utf_8, problem, unreadable, unseen
from rolebook.load.tree import UNSEEN
from rolebook.load.written import Written
from rolebook.model.likely import nearest
from rolebook.site import SITE_ID, slashed

CONFIG = "mkdocs.yml"
PLUGIN = "rolebook"
OPTIONS: Mapping[str, tuple[str | bool, ...]] = {
    "language": LANGUAGES,
    "posters": (True, False),
    "quizzes": (True, False),
    "quiz_lint": ("error", "warning", "ignore"),
    "offline": (True, False),
    "site_id": (),
    "variants": (),
}
"""The options of our plugin, and what they may be; () where MkDocs sees to it."""
_ALIKE = 0.75
"""How much of a plugin's name has to be ours to be a slip: another one may be called much alike."""


@dataclass(frozen=True)
class Settings:
    """The options of mkdocs.yml that commands need, as they are where it says nothing."""

    site_name: str = ""
    site_url: str = ""
    """absolute, with a closing slash; "" where it is not known"""
    language: str = LANGUAGES[0]
    handbook: bool = False
    """whether it is the configuration of a handbook of ours"""
    site_id: str = ""
    """what names the handbook on devices; "" where the path of its site does"""
    posters: bool = True
    quizzes: bool = True
    quiz_lint: str = "error"
    faults: tuple[Problem, ...] = field(default=(), compare=False)
    """why the file cannot be read as it stands"""


class _Loader(yaml.SafeLoader):
    """Reads MkDocs' configuration; what its own tags (!ENV, !!python/name) stand for is not needed here."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def settings(docs: Path) -> Settings:
    """Return the settings beside the folder `docs`; a file that is missing says nothing."""
    return settings_of(docs.resolve().parent / CONFIG)


def settings_of(path: Path) -> Settings:
    """Return the settings in a file; what is wrong with it as a whole is among them.

    MkDocs itself words what is wrong with its options, so such a fault is none of ours.
    """
    if not path.is_file():
        return Settings()
    config, faults = _read(path)
    if not isinstance(config, dict):
        return Settings(faults=faults, language=(faults and computers()) or Settings.language)
    options = _options(config.get("plugins"))
    theme = config.get("theme")
    of_theme = str(theme.get("language")) if isinstance(theme, dict) else ""
    # Whoever sets the language of the theme alone means that of the handbook.
    language = str(options.get("language") or (of_theme if of_theme in LANGUAGES else Settings.language))
    site_id = str(options.get("site_id") or "")
    lint = str(options.get("quiz_lint"))
    return Settings(
        posters=options.get("posters") is not False,
        quizzes=options.get("quizzes") is not False,
        quiz_lint=lint if lint in ("warning", "ignore") else Settings.quiz_lint,
        faults=(*faults, *_refused(path, config.get("plugins"), options)),
        site_name=str(config.get("site_name") or ""),
        site_url=slashed(str(config.get("site_url") or "")),
        language=language if language in LANGUAGES else like(language) or Settings.language,
        handbook=bool(_called(config.get("plugins"))),
        site_id=site_id if SITE_ID.fullmatch(site_id) else "",
    )


def _read(path: Path) -> tuple[Any, tuple[Problem, ...]]:
    """Return what stands in the file, its types guessed as YAML does, and what is wrong with it."""
    data, faults = contents(path, path.name)
    try:
        text = data.decode("utf-8-sig")
        lines = lines_of(text)
        hidden = {placed.line: problem(path.name, lines, placed) for placed in unseen(lines, frozenset())}
        for event in yaml.parse(text, yaml.SafeLoader):
            mark = event.start_mark
            if isinstance(event, yaml.ScalarEvent) and mark and (match := UNSEEN.search(event.value)):
                placed = Placed(mark.line, mark.column, invisible(match[0]))
                hidden.setdefault(mark.line, problem(path.name, lines, placed))
        return yaml.load(text, _Loader), (*faults, *hidden.values())  # a safe loader
    except UnicodeDecodeError as error:
        return None, (not_utf_8(path.name, error),)
    except yaml.MarkedYAMLError as error:
        return None, (*(hidden.values() or [problem(path.name, lines, blamed(error, lines, frozenset()).placed)]),)
    except yaml.reader.ReaderError as error:
        return None, (*(hidden.values() or [problem(path.name, lines, unreadable(text, error))]),)


def _refused(path: Path, plugins: Any, options: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield our plugin's name where it is misspelt, options of ours that do not exist, values they may not have."""
    written, name = Written(path), _called(plugins)
    if name not in ("", PLUGIN):
        yield written.problem(("plugins", name), Message("unknown-plugin", name=name, nearest=PLUGIN))
    for key, value in options.items():
        if key not in OPTIONS:
            message = Message("unknown-key", key=str(key), known=tuple(OPTIONS), nearest=nearest(str(key), OPTIONS))
        elif OPTIONS[key] and value is not None and value not in OPTIONS[key]:
            choices = tuple(one if isinstance(one, str) else json.dumps(one) for one in OPTIONS[key])
            message = Message("no-such-choice", key=key, value=str(value), choices=choices)
        else:
            continue
        yield written.problem(("plugins", name, str(key)), message)


def _called(plugins: Any) -> str:
    """Return what our plugin is called among those, perhaps misspelt; "" where none of them can be meant."""
    entries = plugins if isinstance(plugins, (list, dict)) else [plugins]
    names = [str(name) for entry in entries for name in (entry if isinstance(entry, dict) else [entry])]
    return PLUGIN if PLUGIN in names else next((name for name in names if nearest(name, [PLUGIN], _ALIKE)), "")


def _options(plugins: Any) -> dict[str, Any]:
    """Return the options of our plugin, from a list of names and mappings or from one mapping."""
    name = _called(plugins)
    for entry in plugins if isinstance(plugins, list) else [plugins]:
        if isinstance(entry, dict) and isinstance(options := entry.get(name), dict):
            return options
    return {}
