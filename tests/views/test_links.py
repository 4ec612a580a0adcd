"""A link of a line leads to the same place wherever the line is shown, as its author wrote it in his file."""

from __future__ import annotations

from bs4 import BeautifulSoup

from rolebook.language import language
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views.pages import pages
from tests.records import record, role

LINES = [
    "[关于](../../about.md)",
    "[首页](/README.md)",
    "[标准](../../standards/service.yml#dress)",
    "[图](map.png?x#y)",
    {"text": "[那里](#there)", "id": "there"},
    "[网](https://example.org/a)",
    "按《服务标准》做",
]
LEADS = [
    "../about.html",
    "../index.html",
    "../standards/service.html#dress",
    "../roles/north/map.png#y",
    "../roles/bar.html#there",
    "https://example.org/a",
    "../standards/service.html",
]
FILES = frozenset({"about.md", "README.md", "roles/north/map.png", "roles/north/bar.yml", "standards/service.yml"})


def handbook() -> Handbook:
    """Return a role in a folder of its own, a checklist that pulls its lines, and what they lead to."""
    pulled = {"title": "甲", "items": [{"from": "roles/bar#duties"}]}
    records = (
        role("bar", *LINES),
        record("checklists/daily", when="班前", by=["bar"], sections=[pulled]),
        record(
            "standards/service",
            title="服务标准",
            sections=[{"title": "总则", "items": [{"text": "着装", "id": "dress"}]}],
        ),
    )
    sources = {Address("roles", "bar"): "roles/north/bar.yml"}
    return Handbook(records, sources=sources, files=FILES, language=language("zh"))


def test_links_lead_from_every_page() -> None:
    """From the record's own and from a checklist's; a record of any kind named by its title is linked as well."""
    made = {page.path: page.body for page in pages(handbook(), Site("H"))}
    for path in ("roles/bar.html", "checklists/daily.html"):
        lines = BeautifulSoup(made[path], "html.parser").select("li .rb-line__text")
        own = [str(link["href"]) for line in lines for link in line.select("a")]
        there = "#there" if path == "roles/bar.html" else "../roles/bar.html#there"
        assert own == [there if lead == "../roles/bar.html#there" else lead for lead in LEADS]
