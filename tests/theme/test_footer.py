"""What stands at the foot of every page: whose handbook it is, of which day, and the way to all of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import mkdocs_build

ROLE = """title: {name}
department: 乙
revision: {{number: 1, effective: {day}, owner: 丙}}
sections: [{{title: 丁, items: [关窗]}}]
"""
PLUGIN = "theme: {name: material}\nplugins: [{rolebook: {posters: false, quizzes: false}}]\n"


@pytest.mark.whole
@pytest.mark.parametrize(
    ("settings", "whose"),
    [("site_name: 手册\n", "手册"), ("site_name: 手册\nsite_author: 甲 <b>公司</b> & 乙\n", "甲 <b>公司</b> & 乙")],
)
def test_the_foot_of_a_page(tmp_path: Path, settings: str, whose: str) -> None:
    """The company where mkdocs.yml names one, as text; the day of the newest revision; the page of all lines."""
    (tmp_path / "docs" / "roles").mkdir(parents=True)
    for name, day in (("bar", "2026-01-02"), ("hall", "2026-03-04")):
        (tmp_path / "docs" / "roles" / f"{name}.yml").write_text(ROLE.format(name=name, day=day), "utf-8")
    (tmp_path / "mkdocs.yml").write_text(settings + PLUGIN, "utf-8")
    mkdocs_build(tmp_path, tmp_path / "site")
    soup = BeautifulSoup((tmp_path / "site" / "roles" / "bar.html").read_text("utf-8"), "html.parser")
    foot = soup.select_one(".rb-foot")
    assert foot
    assert foot.get_text(" ", strip=True) == f"{whose} · 2026-03-04 版 · 全部条目"
    assert [link["href"] for link in foot.select("a")] == ["../lines.html"]
