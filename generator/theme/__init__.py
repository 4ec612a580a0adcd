"""How Material is dressed: its settings, our stylesheet and the built front end."""

from __future__ import annotations

import calendar
import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markdown.extensions.toc import slugify_unicode
from markupsafe import escape

from generator.strings import Strings

HERE = Path(__file__).parent
STATIC = HERE.parent / "static"
FEATURES = ("navigation.tabs", "navigation.tabs.sticky", "navigation.top", "content.action.edit", "toc.follow")
PALETTE = (
    ("(prefers-color-scheme: light)", "default", "material/weather-night", "dark"),
    ("(prefers-color-scheme: dark)", "slate", "material/weather-sunny", "light"),
)


def prepare(config: Any, strings: Strings) -> None:
    """Set what the handbook needs of a MkDocs configuration, in place; what the author set himself stays.

    Pages are files (x.html), so that the site works from a USB stick, and no font comes from another host.
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
    theme["lookup_label"] = strings("lookup.browse")
    theme.dirs.insert(0, str(HERE))
    config.use_directory_urls = False
    config.extra_css = ["assets/rolebook/rolebook.css", *config.extra_css]
    config.extra_javascript = ["assets/rolebook/words.js", "assets/rolebook/rolebook.js", *config.extra_javascript]
    config.extra.setdefault("generator", False)
    config.extra.setdefault("scope", "/")
    config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slugify_unicode)
    # Material prints names as they are, so they have to come to it escaped.
    config.site_name = str(escape(config.site_name))


def static_files(strings: Strings) -> Iterator[tuple[str, bytes]]:
    """Yield the built front end and the words it speaks as (path, content)."""
    spoken = json.dumps(strings.by_place(), ensure_ascii=False, separators=(",", ":"))
    yield "assets/rolebook/words.js", f"window.rolebookWords={spoken};\n".encode()
    for path in sorted(STATIC.glob("[!.]*")):
        yield f"assets/rolebook/{path.name}", path.read_bytes()


def epoch(day: datetime.date) -> int:
    """Return the Unix time, in seconds, at which a day begins in UTC."""
    return calendar.timegm(day.timetuple())
