"""The pages of the real handbook, without their frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from bs4 import BeautifulSoup, Tag

from rolebook import build
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views.page import Page

Soups = Mapping[str, BeautifulSoup]


def made(handbook: Handbook, site: Site = Site()) -> list[Page]:  # noqa: B008  # which never changes
    """Return every page the views make."""
    return [page for group in (build.READ, build.ASKED) for view in group.pages for page in view(handbook, site)]


@pytest.fixture(scope="module")
def soups(handbook: Handbook) -> Soups:
    """Every generated page by path, without its frame."""
    return {page.path: BeautifulSoup(page.body, "html.parser") for page in made(handbook)}


def soup_of(soups: Soups, address: str) -> BeautifulSoup:
    """Return the page of a record."""
    return soups[f"{address}.html"]


def texts(tags: Iterable[Tag]) -> list[str]:
    """Return the words of elements."""
    return [tag.get_text().strip() for tag in tags]
