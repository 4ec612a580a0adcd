"""How Material is dressed: its settings, our stylesheet and the built front end."""

from __future__ import annotations

import calendar
import datetime
import importlib.metadata
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from markdown.extensions.toc import slugify_unicode
from markupsafe import Markup

from rolebook.errors import WINDOW, Message, Problem
from rolebook.language.export import browser_tables
from rolebook.language.strings import Strings
from rolebook.language.tables import table
from rolebook.load.settings import CONFIG

HERE = Path(__file__).parent
NAME = "material"
"""The theme that is dressed."""
STATIC = HERE.parent / "static"
WORDS = "assets/rolebook/words.js"
"""What the front end says, in the language of the site."""
SCRIPTS = (WORDS, "assets/rolebook/rolebook.js", "assets/rolebook/floor.js")
"""What runs on every page; the last one says so where the one before it did not."""
LOST = "404.html"
"""The page that servers show for an address that leads nowhere."""
FEATURES = ("navigation.tabs", "navigation.tabs.sticky", "navigation.top", "content.action.edit", "toc.follow")
_COMPACT: dict[str, Any] = {"ensure_ascii": False, "separators": (",", ":")}
PALETTE = (
    ("(prefers-color-scheme: light)", "default", "material/weather-night", "dark"),
    ("(prefers-color-scheme: dark)", "slate", "material/weather-sunny", "light"),
)


def faults(name: str | None) -> list[Problem]:
    """Return what is wrong with the theme that mkdocs.yml names: it is another one."""
    return [] if name == NAME else [Problem(CONFIG, 0, 0, Message("theme-other", name=name or "–", wanted=NAME))]


def unknown_frame(line: str) -> Problem:
    """Say that Material frames pages otherwise than `frame` knows, with the first line that would be wrong."""
    version = importlib.metadata.version("mkdocs-material")
    return Problem(CONFIG, 0, 0, Message("unknown-frame", version=version, line=line[:WINDOW]))


def prepare(
    config: Any,
    strings: Strings,
    scripts: Sequence[str] = (),
    home: str = "",
    edition: str = "",
    *,
    offline: bool = True,
) -> None:
    """Set what the handbook needs of a MkDocs configuration, in place; what the author set himself stays.

    Pages are files (x.html), so that the site works from a USB stick, and no font comes from another host. `scripts`
    are the languages the site is shown in, the first at its root; `home` is the address of that root, if known, and
    `edition` the day of the newest revision; `offline`: whether devices keep the site.
    """
    theme = config.theme
    theme["font"] = False
    theme["language"] = strings.language
    if theme.get("favicon") == "assets/images/favicon.png":  # Material's own
        theme["favicon"] = "assets/rolebook/icon.svg"
    theme["features"] = sorted({*FEATURES, *(theme.get("features") or ())})
    if not theme.get("palette"):
        theme["palette"] = [
            {
                "media": media,
                "scheme": scheme,
                "primary": "custom",
                "accent": "custom",
                "toggle": {"icon": icon, "name": strings(f"theme.to_{other}")},
            }
            for media, scheme, icon, other in PALETTE
        ]
    theme["words"] = strings
    theme["edition"] = edition
    theme["offline"] = offline
    theme["scripts"] = list(_scripts(strings.language, scripts, home))
    theme.dirs.insert(0, str(HERE))
    config.use_directory_urls = False
    config.extra_css = ["assets/rolebook/rolebook.css", *config.extra_css]
    config.extra_javascript = [*SCRIPTS, *config.extra_javascript]
    config.extra.setdefault("generator", False)
    config.extra.setdefault("scope", "/")
    config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slugify_unicode)
    config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)  # pages may hold no styles
    if config.copyright:
        config.copyright = Markup(config.copyright)  # MkDocs' one setting that is HTML


def _scripts(here: str, scripts: Sequence[str], home: str) -> Iterator[dict[str, str]]:
    """Yield for each script what its link says and where its site begins, seen from the root of the one we are in."""
    for code in scripts:
        tags = table(code, "tags")
        below = "" if code == scripts[0] else f"{code}/"
        up = "" if here == scripts[0] else "../"
        yield {
            "label": tags["script"],
            "lang": tags["hreflang"],
            "root": "" if code == here else up + below,
            "url": home and home + below,
        }


def static_files(strings: Strings, site_id: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield the built front end, the words it speaks and reads by and the name of the site, as (path, content)."""
    values = {
        "rolebookWords": strings.by_place(),
        "rolebookLanguage": browser_tables(strings.language),
        "rolebookSite": site_id,
    }
    said = (f"window.{name}={json.dumps(value, **_COMPACT)};\n" for name, value in values.items())
    yield WORDS, "".join(said).encode()
    for path in sorted(STATIC.glob("[!.]*.*")):
        yield f"assets/rolebook/{path.name}", path.read_bytes()


def epoch(day: datetime.date) -> int:
    """Return the Unix time, in seconds, at which a day begins in UTC."""
    return calendar.timegm(day.timetuple())
