"""What MkDocs objects to in mkdocs.yml, all at once, at its key and in the words of the handbook's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import IO, Any

from mkdocs.config import config_options
from mkdocs.config.base import BaseConfigOption, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import get_plugins
from mkdocs.utils import get_theme_names

from rolebook.errors import Message, Problem
from rolebook.load.written import Written
from rolebook.model.likely import nearest

THEME = "material"
_KEYS = {key for key, _ in MkDocsConfig._schema}
_OF_THEME = (
    *("name", "custom_dir", "static_templates", "locale", "language", "direction", "features", "font", "icon"),
    *("favicon", "logo", "palette"),
)
"""What Material's documentation knows below `theme:`; templates of an author's own may ask for more."""
_LISTS = (config_options.ListOfItems, config_options.Nav, config_options.Plugins, config_options.MarkdownExtensions)
_FOUND: Mapping[type, str] = {list: "list", dict: "keys"}
_ALIKE = 0.75
"""How much of a name must be alike to be a slip of the pen; a setting of an author's own may look much like another."""
_QUOTED = re.compile(r"[\"']([^\"']+)[\"']")


def read(source: IO[bytes], given: dict[str, Any], written: Written) -> tuple[MkDocsConfig, list[Problem]]:
    """Return the settings in a file, not yet validated, and why they cannot be. `given` stands over what it says."""
    config = MkDocsConfig(config_file_path=source.name)
    try:
        config.load_file(source)
    except (ConfigurationError, ValidationError) as error:
        parent = written.text(("INHERIT",))
        if parent:
            return config, [written.problem(("INHERIT",), Message("no-such-path", key="INHERIT", path=parent))]
        whole = Message("keys-expected", key=written.name, found=written.found)
        return config, [written.problem((), whole if written.found else _said(error))]
    config.load_dict(given)
    return config, []


def judged(config: MkDocsConfig, written: Written) -> tuple[list[Problem], list[Problem]]:
    """Validate the settings. Return what is wrong with each, where MkDocs stops at the first, and what it warns of.

    With `strict` it refuses what it warns of.
    """
    found: list[Problem] = []
    warned = [_unknown((key,), tuple(sorted(_KEYS)), written) for key in sorted(config.keys() - _KEYS)]
    for late in (False, True):
        for key, option in () if found else config._schema:
            value = config.get(key)
            try:
                if late:
                    option.post_validation(config, key)
                else:
                    option.pre_validation(config, key)
                    config[key] = option.validate(value)
            except ValidationError as error:
                found.append(_placed(config, key, option, value, error, written))
            except Exception as error:  # plugins look at settings as they like, and may raise anything
                if not found:  # what looks at a setting that is refused, and told of, falls over it
                    found.append(written.problem((key,), _said(error)))
            warned += [written.problem((key,), _said(warning)) for warning in option.warnings]
            option.reset_warnings()
    if found:
        return found, []
    slips = (key for key in sorted(map(str, config.theme)) if key not in _OF_THEME)
    of_theme = [_unknown(("theme", key), _OF_THEME, written) for key in slips if nearest(key, _OF_THEME, _ALIKE)]
    return (warned, of_theme) if config.strict else ([], [*warned, *of_theme])


def _unknown(path: tuple[str, ...], known: tuple[str, ...], written: Written) -> Problem:
    return written.problem(path, Message("unknown-key", key=path[-1], known=known, nearest=nearest(path[-1], known)))


def _placed(
    config: MkDocsConfig, key: str, option: BaseConfigOption[Any], value: Any, error: Exception, written: Written
) -> Problem:
    """Return one fault as told: by the sort of setting, else in MkDocs' own words."""
    option = getattr(option, "option", option)  # what need not be given wraps what it is when given
    named = _QUOTED.search(str(error))
    name = named[1] if named else ""
    if value is None:
        slip = nearest(key, config.keys() - _KEYS, _ALIKE)
        missing = written.problem((), Message("missing-key", key=key))
        return _unknown((slip,), (key,), written) if slip else missing
    if isinstance(option, config_options.Plugins) and name and str(error).endswith("not installed"):
        message = Message("unknown-plugin", name=name, nearest=nearest(name, sorted(get_plugins()), _ALIKE))
        return written.problem((key, name), message)
    if isinstance(option, config_options.MarkdownExtensions) and str(error).startswith("Failed to load"):
        return written.problem((key, name), Message("unknown-extension", name=name))
    if isinstance(option, config_options.Theme):
        return _of_theme(key, value, error, written)
    return written.problem((key,), _of_sort(key, option, value) or _said(error))


def _of_theme(key: str, value: Any, error: Exception, written: Written) -> Problem:
    name = value.get("name") if isinstance(value, dict) else value
    if name not in get_theme_names():
        path = (key, "name") if isinstance(value, dict) else (key,)
        return written.problem(path, Message("theme-other", name=str(name or "–"), wanted=THEME))
    if "custom_dir" in value and "custom_dir" in str(error):
        own = written.text((key, "custom_dir"))
        return written.problem((key, "custom_dir"), Message("no-such-path", key="custom_dir", path=own))
    return written.problem((key,), _said(error))


def _of_sort(key: str, option: BaseConfigOption[Any], value: Any) -> Message | None:
    """Return what is wrong with a value of a known sort."""
    if isinstance(option, config_options.FilesystemObject) and isinstance(value, str):
        return Message("no-such-path", key=key, path=value) if option.exists else None
    if isinstance(option, config_options.URL) and isinstance(value, str):
        return Message("no-address-of-a-site", key=key, value=value)
    wanted = str if isinstance(option, config_options.URL) else getattr(option, "_type", None)
    if isinstance(option, _LISTS):
        wanted = list
    if isinstance(option, config_options.SubConfig) and not isinstance(value, dict):
        return Message("keys-expected", key=key, found=_FOUND.get(type(value), "text"))
    found = _FOUND.get(type(value), "text")
    if wanted is list and not isinstance(value, (list, dict)):
        return Message("list-expected", key=key, found=found)
    if wanted is bool and not isinstance(value, bool):
        return Message("neither-true-nor-false", value=str(value))
    if wanted is str and isinstance(value, (list, dict)):
        return Message("text-expected", key=key, found=found)
    if wanted is str and not isinstance(value, str):
        return Message("text-in-quotes", key=key, value=str(value))
    return None


def _said(error: Exception | str) -> Message:
    return Message("mkdocs-says", text=str(error))
