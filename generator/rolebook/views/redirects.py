"""Pages at the addresses that renamed records had before: whoever comes there is led on.

They stand outside the theme, as a page that is never read needs no frame and the navigation must not know it.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path

from rolebook.markup import rewritten
from rolebook.model.handbook import Handbook
from rolebook.render import environment
from rolebook.site import Site
from rolebook.views import paths

TEMPLATES = Path(__file__).parents[1] / "templates" / "redirects"


def files(handbook: Handbook, site: Site, made: Set[str]) -> Iterator[tuple[str, bytes]]:
    """Yield (path, HTML) for the page and the quiz of every record that was renamed, where the site has one (`made`).

    The script keeps what stands behind the path, the line or the revision of a printed sheet; without it the page leads
    on all the same.
    """
    template = environment(TEMPLATES, t=site.strings).get_template("moved.html")
    for earlier, record in handbook.renamed.items():
        for path in (paths.page_path, paths.quiz_path):
            old, new = path(earlier), path(record.address)
            if new in made:
                href = paths.href(old, new)
                html = template.render(
                    title=site.rewrite(record.title) if site.rewrite else record.title,
                    href=href,
                    canonical=site.url + paths.href("", new) if site.url else href,
                    script=paths.href(old, paths.MOVED),
                )
                yield old, (rewritten(html, site.rewrite) if site.rewrite else html).encode()
