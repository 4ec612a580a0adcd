"""What the pages show of the source: its counts, its steps, its documents and its numbers."""

from __future__ import annotations

from collections import Counter

import pytest
from bs4 import Tag

from rolebook.kinds.checklists.model import Checklist, sections_of
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from tests.views.conftest import Soups, soup_of, soups, texts

__all__ = ["soups"]  # pytest finds the fixture by its name

COUNTS = {
    "roles/network-customer-service": {"duties": 4},
    "roles/legal-specialist": {"duties": 4},
    "roles/after-sales-administrator": {"summary": 1, "qualifications": 4, "duties": 8},
    "roles/customer-service-department": {
        "irregular-visits": 1,
        "channels": 1,
        "content": 4,
        "complaints": 2,
        "cooperation": 1,
    },
    "roles/property-service-department": {"summary": 1},
    "roles/property-service-supervisor": {"duties": 8},
    "roles/property-front-desk": {"duties": 11},
    "roles/housing-specialist": {"duties": 11},
    "roles/bar-attendant": {"duties": 6, "preparation": 13, "service": 10},
    "roles/front-hall-attendant": {"duties": 6, "preparation": 8, "service": 12},
    "roles/meeting-attendant": {"duties": 3, "preparation": 2, "service": 8, "closing": 4},
    "roles/patrol-attendant": {"duties": 3, "service": 15},
    "roles/network-department": {"duties": 13},
    "scripts/return-visit-call": {
        "rules": 4,
        "opening": 2,
        "question": 1,
        "advice": 1,
        "reason": 2,
        "ending-satisfied": 1,
        "ending-dissatisfied": 1,
    },
    "standards/complaint-standards": {
        "aspects": 3,
        "purpose": 1,
        "strategy": 3,
        "brand": 4,
        "principles": 1,
        "calm": 6,
        "attention": 2,
    },
    "standards/telemarketing": {"psychology": 0, "voice": 3, "opening": 5, "introducing": 4, "motivating": 4},
    "forms/complaint-register": {"fields": 3},
    "forms/guest-register": {"fields": 8},
}
"""How many lines the source has under each heading, sub-items not counted."""

STEPS = {
    "customer-records": ["资料收集", "资料整理", "资料处理"],
    "return-visit": ["提取", "统计整理", "交流沟通", "分析结果", "资料归档"],
    "complaint-handling": [
        "投诉受理",
        "投诉判断",
        "展开调查，分析投诉原因",
        "提出处理方案",
        "实施处理方案",
        "总结评价",
    ],
}

FORMS = [
    "回访记录表",
    "回访总结报告",
    "顾客投诉登记表",
    "顾客投诉分类统计表",
    "值班记录表",
    "内部值班记录表",
    "日常巡视记录表",
    "员工行为规范",
    "可视标准",
    "客户信息档案",
    "携物出门证",
    "交接班本",
    "维修单",
    "会议通知单",
    "计价单",
    "物品清单",
    "物品使用记录",
    "贵宾信息登记",
]

CHECKLISTS = ["吧台班前", "前厅班前", "会议前", "会议中", "会议后", "巡检", "网络技术部下班", "客服前台交接"]

NUMBERS = {
    "roles/after-sales-administrator": ["至少两年"],
    "roles/bar-attendant": ["至少二次", "两天", "两步", "30度"],
    "roles/front-hall-attendant": [
        "A3、A4、B5",
        "不晚于08:28",
        "至少两步",
        "30度",
        "午时",
        "至少两步",
        "30度",
    ],
    "roles/housing-specialist": ["每日"],
    "roles/meeting-attendant": [
        "三个小时",
        "半小时",
        "23–25度",
        "FN+F3",
        "70℃",
        "2分钟",
        "3分钟",
        "不足三分之一",
        "七分满",
        "一个",
        "两名",
    ],
    "roles/patrol-attendant": ["A3、A4、B5"],
}
"""The key numbers of each post, in the words of its lines."""


@pytest.mark.parametrize("address", COUNTS)
def test_a_record_has_as_many_lines_as_the_source(address: str, handbook: Handbook) -> None:
    """Under each heading."""
    place = Address.parse(address)
    assert place is not None
    assert {part.anchor: len(part.items) for part in handbook.records[place].parts()} == COUNTS[address]


@pytest.mark.parametrize("address", [address for address in COUNTS if address.startswith("roles/")])
def test_a_post_shows_its_counts(address: str, soups: Soups) -> None:
    """Every section of the source as a heading with as many entries under it."""
    soup = soup_of(soups, address)
    for anchor, count in COUNTS[address].items():
        if anchor != "summary":
            heading = soup.find(id=anchor)
            assert isinstance(heading, Tag)
            listed = heading.find_next("ol", class_="rb-lines")
            assert isinstance(listed, Tag)
            assert len(listed.find_all("li", recursive=False)) == count


def test_sub_items_stand_below_their_line(soups: Soups) -> None:
    """The second line before a meeting has four, a to d."""
    line = soup_of(soups, "roles/meeting-attendant").find(id="prepare")
    assert isinstance(line, Tag)
    assert len(line.select("ol.rb-lines--sub > li")) == 4


@pytest.mark.parametrize("name", STEPS)
def test_a_procedure_shows_its_steps_in_order(name: str, soups: Soups) -> None:
    """Numbered, with their names."""
    assert texts(soup_of(soups, f"procedures/{name}").select("ol.rb-steps > li > h2")) == STEPS[name]


def test_every_named_document_is_a_form_and_named(handbook: Handbook) -> None:
    """Seventeen that the source names, and the guest register: each by a line, or it is not from the source."""
    forms = {form.title: address for address, form in handbook.records.items() if address.folder == "forms"}
    assert [title for title in FORMS if title not in forms] == []
    assert [title for title in FORMS if forms[title] not in handbook.named_by] == []
    assert len(FORMS) == 18


@pytest.mark.parametrize("title", CHECKLISTS)
def test_each_checklist_pulls_its_lines(title: str, handbook: Handbook) -> None:
    """None is a copy, and none is empty."""
    (checklist,) = [checklist for checklist in handbook.of(Checklist) if checklist.title == title]
    lines = [line for _, found in sections_of(handbook, checklist) for line in found]
    assert lines
    assert all(line.origin for line in lines)


@pytest.mark.parametrize("address", NUMBERS)
def test_a_post_shows_its_key_numbers(address: str, soups: Soups) -> None:
    """Each in the words of its line, in reading order, with a link to the line."""
    soup = soup_of(soups, address)
    assert texts(soup.select(".rb-tile__value")) == NUMBERS[address]
    for link in soup.select("a.rb-tile"):
        assert soup.find(id=str(link["href"]).removeprefix("#"))


def test_every_number_of_the_source_is_measured(handbook: Handbook) -> None:
    """Of the posts, of the customer records and of the call, whose 一个避免，三个必保 only count its rules."""
    wanted = {address: len(numbers) for address, numbers in NUMBERS.items()}
    wanted |= {"procedures/customer-records": 3, "scripts/return-visit-call": 2}
    measured = Counter(str(line.address.page) for line in handbook.lines.values() for _ in line.item.measures)
    assert {address: measured[address] for address in wanted} == wanted


def test_a_difference_that_is_meant_is_stated(handbook: Handbook) -> None:
    """迎上两步 at the bar and 至少两步 in the hall."""
    line = handbook.lines[Address("roles", "front-hall-attendant", "greet")]
    assert {measure.of: measure.differs_from for measure in line.item.measures} == {
        "迎上步数": "roles/bar-attendant#greet",
        "鞠躬角度": None,
    }
