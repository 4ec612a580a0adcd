"""What makes a site a program on a device: its manifest, its icons, the page for what is not kept, and its worker."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from rolebook import typeset
from rolebook.model.handbook import Handbook
from rolebook.render import environment, minified
from rolebook.site import Site
from rolebook.views import paths
from rolebook.views.page import Page

ROOT = Path(__file__).parents[1]
WORKERS = ROOT / "static" / "workers"
COLOUR = "#0f5257"
"""That of the header, in which a device frames the program."""
PAPER = "#ffffff"
SHORT = 12
"""Characters of a name that have room under an icon."""
ICONS = (
    ("icon-192.png", 192, False),
    ("icon-512.png", 512, False),
    ("icon-maskable.png", 512, True),
)
"""Pictures, their pixels on a side, and whether a device cuts its own shape out of it."""


def pages(handbook: Handbook, site: Site) -> Iterator[Page]:
    """Yield the page that is shown without a network for one that is not kept."""
    if site.offline:
        body = environment(ROOT / "templates" / "pages", t=site.strings).get_template("offline.html").render()
        yield Page(paths.AWAY, site.strings("offline.title"), minified(body))


def files(handbook: Handbook, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the worker, or what takes a former one away; and where there is one, manifest and icons.

    The site in another script has none of its own: the worker answers for all that is below it.
    """
    if not site.below:
        yield paths.WORKER, (WORKERS / ("keep.js" if site.offline else "leave.js")).read_bytes()
    if not site.offline:
        return
    yield paths.MANIFEST, json.dumps(manifest(site), ensure_ascii=False, indent=1).encode()
    name = site.rewrite(site.name) if site.rewrite else site.name
    letter = next((character for character in name if character.isalnum()), "")
    for file, size, whole in ICONS:
        yield paths.icon(file), typeset.icon(letter, size, site.strings.language, whole=whole, folder=site.cache)


def manifest(site: Site) -> dict[str, object]:
    """Return the manifest; what it leads to is seen from where it stands."""
    name = site.rewrite(site.name) if site.rewrite else site.name
    return {
        "name": name,
        "short_name": name[:SHORT].strip(),
        "lang": site.strings.language,
        "start_url": paths.HOME,
        "scope": "./",
        "display": "standalone",
        "theme_color": COLOUR,
        "background_color": PAPER,
        "icons": [
            {"src": paths.icon(file), "sizes": f"{size}x{size}", "type": "image/png"}
            | ({"purpose": "maskable"} if whole else {})
            for file, size, whole in ICONS
        ],
    }
