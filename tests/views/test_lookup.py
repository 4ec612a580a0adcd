"""The index of lookup: every line once, its address whole again in the browser's hands, the same bytes every time."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolebook.model.address import Address, derived_id
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from rolebook.model.synonyms import Synonyms
from rolebook.site import Site
from rolebook.views import lookup, paths
from rolebook.views.lookup import chinese
from rolebook.views.page import HandmadePage
from tests.conftest import ROOT
from tests.records import record, role

SNAPSHOT = ROOT / "tests" / "cases" / "lookup" / "index.json"


def index(handbook: Handbook, *pages: HandmadePage) -> dict[str, Any]:
    """Return the index as the browser reads it."""
    ((path, content),) = lookup.index(handbook, Site(), pages)
    assert path == paths.LOOKUP
    script = content.decode()
    start, end = "window.rolebookLookup=", ";\n"
    assert script.startswith(start) and script.endswith(end)
    found = json.loads(script.removeprefix(start).removesuffix(end))
    assert isinstance(found, dict)
    return found


def addresses(data: dict[str, Any]) -> dict[str, str]:
    """Return {address: line}, with anchors completed as the browser does it."""
    found = {}
    anchors, lines = iter(data["anchors"].split(",")), iter(data["text"].split("\n"))
    for page, _, count, _, _ in data["pages"]:
        for nth in range(count):
            line = next(lines).partition("\t")[0]
            found[f"{page}#{next(anchors) or derived_id(line)}" if nth else page] = line
    assert not any(anchors)
    return found


def small() -> Handbook:
    """A handbook with something of everything lookup tells apart; the front end's tests read its index."""
    hot = {"text": "热饮温度控制在70℃，不宜过烫", "id": "hot", "measures": [{"of": "温度", "value": "70", "unit": "℃"}]}
    never = {"text": "不争论；不恶言；不动怒", "never": True}
    bow = {"text": "客户离开后鞠躬30度致欢送词", "pin": True}
    lines = (
        "客户登录后重启银行终端",
        "有客户到访时鞠躬30度微笑问好",
        "早上08:28必须到岗",
        "两年以上工作经验",
        hot,
        never,
    )
    says = [
        {
            "id": "ask",
            "title": "开场白",
            "says": ["您好，我是{name}"],
            "replies": [{"answer": "现在没空", "to": "later"}],
        },
        {"id": "later", "title": "改日", "says": ["那我明天再打给您", "再见"]},
    ]
    records: tuple[Record, ...] = (
        role("bar", *lines, title="吧台岗客服员", aliases=["吧台", "水吧"]),
        role("hall", bow, "必须在三天之内回访", title="前厅岗客服员"),
        record("scripts/call", title="回访用语", nodes=says, placeholders={"name": {"label": "姓名"}}),
        record(
            "checklists/morning",
            title="班前检查",
            when="班前",
            by=["bar"],
            sections=[{"title": "饮品", "items": [{"from": "roles/bar#hot"}, "检查饮水机"]}],
        ),
        record("forms/visit", title="回访记录表", fields=[{"label": "客户姓名"}]),
    )
    groups = ("顾客=客户=客人", "吵架→争论=冲突", "倒水=加水=添加茶水")
    return Handbook(records, synonyms=tuple(Synonyms.parse(group) for group in groups))


def test_the_front_end_reads_the_index_of_the_small_handbook() -> None:
    """One contract, two languages: the front end's tests read this file (write it anew where the index changes)."""
    assert json.loads(SNAPSHOT.read_text("utf-8")) == index(small())
    assert json.loads(SNAPSHOT.with_name("addresses.json").read_text("utf-8")) == [*addresses(index(small()))]


def test_every_line_is_found_at_its_address(handbook: Handbook) -> None:
    """Items, headings and titles, each under the address its page has it at."""
    found = addresses(index(handbook))
    lines = {str(address) for address in handbook.lines if address.folder != "quizzes"}
    assert lines - found.keys() == set()
    assert {str(address) for address in handbook.records} - found.keys() == set()


def test_a_line_a_checklist_pulls_is_found_once() -> None:
    """Where it is written."""
    texts = [*addresses(index(small())).values()]
    assert texts.count("热饮温度控制在70℃，不宜过烫") == 1
    assert "检查饮水机" in texts


def test_a_checklist_belongs_to_the_posts_that_do_it() -> None:
    """Filtering by post finds it."""
    pages = index(small())["pages"]
    assert [page[3] for page in pages if page[0] == "checklists/morning"] == [[0]]


def test_pins_say_how_far_each_pinned_line_is_from_the_one_before() -> None:
    """Counted from the first line of all; sub-items too, and none where nothing is pinned."""
    below = {"text": "甲", "items": [{"text": "乙", "pin": True}]}
    data = index(
        Handbook([role("bar", below, {"text": "丙", "pin": True}, "丁"), role("hall", {"text": "戊", "pin": True})])
    )
    lines, at, pinned = data["text"].split("\n"), 0, []
    for gap in data["pins"]:
        at += gap
        pinned.append(lines[at])
    assert pinned == ["乙", "丙", "戊"]
    assert index(Handbook([role("bar", "甲")]))["pins"] == []


def test_what_the_agent_says_is_found_as_it_is_shown() -> None:
    """With the blank in the place of the placeholder."""
    assert "您好，我是××" in addresses(index(small())).values()


def test_what_is_heard_leads_to_what_is_said_next() -> None:
    """Behind a tab, with the first line to say alone; so do choices to their field, and what a number is of."""
    lines = index(small())["text"].split("\n")
    assert [line for line in lines if "\t" in line] == ["那我明天再打给您\t现在没空"]
    form = record("forms/visit", title="表", fields=[{"label": "结果", "type": "choice", "choices": ["满意", "一般"]}])
    measured = {"text": "上完茶后2分钟加水", "measures": [{"of": "加水时间", "value": "2", "unit": "分钟"}]}
    data = index(Handbook([form, role("bar", measured)]))
    assert [line for line in data["text"].split("\n") if "\t" in line] == [
        "结果\t满意 一般",
        "上完茶后2分钟加水\t加水时间",
    ]
    assert "l" in data["types"]  # a label, which says less than a line


def test_the_languages_synonyms_are_reduced_to_those_a_line_has() -> None:
    """None of words that stand nowhere, and none that an author's own group says already."""
    assert index(Handbook([role("bar", "甲乙")]))["general"] == []
    general = index(Handbook([role("bar", "收到假币时不争执")]))["general"]
    assert any("假钞" in group.split("=") and "假币" in group.split("=") for group in general)
    own = Synonyms.parse("假币 = 假钞 = 假钱 = 伪钞")
    assert not any("假钞" in group for group in index(Handbook([role("bar", "收到假币")], synonyms=(own,)))["general"])


def test_the_index_is_at_most_two_point_two_times_its_text_on_the_wire(handbook: Handbook) -> None:
    """Both gzipped."""
    ((_, content),) = lookup.index(handbook, Site(), ())
    text = index(handbook)["text"].encode()
    assert len(gzip.compress(content, 9)) <= 2.2 * len(gzip.compress(text, 9))


def test_markdown_is_not_part_of_a_line() -> None:
    """The reader does not see it either; its address still comes from what was written."""
    data = index(Handbook([role("bar", "**必须**到[岗](x.html)")]))
    found = addresses(data)
    assert found[f"roles/bar#{derived_id('**必须**到[岗](x.html)')}"] == "必须到岗"


def test_hand_written_pages_are_found_by_heading() -> None:
    """Every paragraph, entry and row under the heading above it, scripts and permalinks left out."""
    body = (
        '<h1 id="a">指南</h1><p>打 <b>开</b>\n网页</p><h2 id="x">怎么查<a class="headerlink" href="#x">#</a></h2>'
        "<ul><li>一<ul><li>二 &lt;</li></ul></li></ul><script>no()</script>"
        "<table><tr><td>甲</td><td>乙</td></tr></table>"
    )
    found = addresses(index(Handbook([]), HandmadePage("guide/start.html", "指南", body)))
    assert found == {"guide/start": "指南", "guide/start#a": "打 开 网页", "guide/start#x": "甲 乙"}
    lines = index(Handbook([]), HandmadePage("guide/start.html", "指南", body))["text"].split("\n")
    assert lines == ["指南", "打 开 网页", "怎么查", "一", "二 <", "甲 乙"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("银行", "yin hang"),
        ("重启", "chong qi"),
        ("行为", "xing wei"),
        ("长发", "chang fa"),
        ("调研，重量", "diao yan zhong liang"),
    ],
)
def test_words_decide_how_a_character_is_read(text: str, said: str) -> None:
    """Only where a word says otherwise does a character not sound as it does alone."""
    alone = {n: chinese.default(c) for n, c in enumerate(text) if chinese.HAN.match(c)}
    assert " ".join((alone | dict(chinese.exceptions(text))).values()) == said


def test_traditional_characters_fold_to_those_of_the_handbook() -> None:
    """Those of Taiwan and Hong Kong too, and no others are carried."""
    folds = chinese.folds(set("里台着后"))
    assert {old: folds[old] for old in "裡裏檯臺枱著後"} == dict(zip("裡裏檯臺枱著後", "里里台台台着后", strict=True))
    assert "電" not in folds


def test_questions_are_asked_in_either_script() -> None:
    """What a question is read by, kinds and synonyms fold too, though no line has their characters."""
    data = index(Handbook([role("bar", "擦桌子。")], synonyms=(Synonyms.parse("电脑 = 计算机"),)))
    folds = data["folds"].partition("|")[0]
    pairs = dict(zip(folds[::2], folds[1::2], strict=True))
    assert {old: pairs.get(old) for old in "嗎麼電計崗"} == {"嗎": "吗", "麼": "么", "電": "电", "計": "计", "崗": "岗"}


def test_a_script_cannot_be_ended_by_a_line() -> None:
    """Nor a line of the script by one of Unicode's line ends."""
    data = Handbook([role("bar", "</script><b>\u2028x")])
    ((_, content),) = lookup.index(data, Site(), ())
    assert b"</script" not in content and "\u2028".encode() not in content


def test_the_same_handbook_gives_the_same_bytes(handbook: Handbook) -> None:
    """Also through another Handbook of the same records."""
    again = Handbook(handbook.records.values(), synonyms=handbook.synonyms)
    assert [*lookup.index(handbook, Site(), ())] == [*lookup.index(again, Site(), ())]


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Co"]), min_size=1).filter(str.strip), unique=True)
)
def test_any_line_keeps_its_address(texts: list[str]) -> None:
    """Whatever characters it is made of."""
    made = Handbook([role("bar", *texts)])
    assert {str(address) for address in made.lines} <= addresses(index(made)).keys()


def test_addresses_are_those_of_the_model() -> None:
    """The page of an address is its record."""
    assert Address.parse("roles/bar#hot") in small().lines


def test_the_browser_is_told_what_was_renamed() -> None:
    """So that what a person opened before is found again."""
    data = index(Handbook([role("bar-attendant", "微笑", renamed_from=["bar", "pub"])]))
    assert data["renamed"] == [["roles/bar", "roles/bar-attendant"], ["roles/pub", "roles/bar-attendant"]]
    assert index(small())["renamed"] == []
