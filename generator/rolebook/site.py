"""What a view has to know of the site beside the handbook."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path

from rolebook.language.derived import Rewrite
from rolebook.language.strings import Strings

SITE_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?")
"""What names a handbook on the devices that keep something of it: letters, digits and hyphens."""
CACHE = Path(".rolebook", "cache")
"""Where, beside docs/, is kept what is costly to make."""
_OTHER = re.compile("[^a-z0-9]+")
_SLUG = 24


@dataclass(frozen=True)
class Site:
    """The site's name, the words of its interface, and where it will be found ("" where that is not known)."""

    name: str = ""
    strings: Strings = field(default_factory=Strings)
    url: str = ""
    """absolute, with a closing slash"""
    posters: bool = True
    """whether sheets are typeset"""
    quizzes: bool = True
    """whether questions are made from the lines"""
    quiz_lint: str = "error"
    """what an unfair or a missing question does: "error" stops the build, "warning" is told, "ignore" is nothing"""
    cache: Path | None = None
    """a folder for what is costly to make and depends on nothing but its input; None: nothing is kept"""
    rewrite: Rewrite | None = None
    """puts what authors wrote into the characters of this site's readers, last of all, when every id is made; None:
    it is shown as it was written"""

    offline: bool = True
    """whether devices keep the site, so that it opens without a network"""
    below: bool = False
    """whether it stands in a folder of another one, in whose characters it is not"""
    first: str = ""
    """where the site is found below which this one stands; "" where it stands below none"""

    @property
    def root(self) -> str:
        """Where the first site is found, to which the codes on all sheets lead, whatever script they are in."""
        return self.first or self.url

    def variant(self, code: str, rewrite: Rewrite) -> Site:
        """Return the same site for readers of another script, below this one: other words, and a cache of its own."""
        url = self.url and f"{self.url}{code}/"
        cache = self.cache and self.cache / code
        return replace(self, strings=Strings(code), rewrite=rewrite, url=url, first=self.url, cache=cache, below=True)


def slashed(url: str) -> str:
    """Return the address of a site with a closing slash; "" where none is given."""
    return url if not url or url.endswith("/") else f"{url}/"


def site_id_of(name: str) -> str:
    """Return a site id made from a company's or site's name: what of it is Latin, and a digest of all of it.

    The same name gives the same id, on any machine.
    """
    latin = unicodedata.normalize("NFKD", name).lower()
    slug = _OTHER.sub("-", "".join(c for c in latin if not unicodedata.combining(c)))[:_SLUG].strip("-")
    return f"{slug or 'handbook'}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
