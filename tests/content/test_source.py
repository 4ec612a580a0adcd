"""Every sentence of the source document stands on the site, repaired and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from opencc import OpenCC

SOURCE = Path(__file__).parents[1] / "cases" / "source" / "job-descriptions.txt"

DAMAGE = (
    ("??头T", "。客服专员"),
    ("?;卦L", "。回访"),
    ("××?xí)r間", "××時間"),
    ("們?nèi)〉寐?lián)系", "們取得聯系"),
    ("當(dāng)?shù)恼Z速", "當的語速"),
    ("7.?dāng)M定", "7.擬定"),
    ("总结批价", "总结评价"),
    ("總結(jié)批價", "總結評價"),
)
"""What the careless conversion ate, and what stood there."""

LATER = (
    ("著", "着"),
    ("櫈", "凳"),
    # Item 1 of 客服前台 stands in the middle of its item 3.
    (
        "并及时反馈到相关部门,1.办理肯彤名邸小区、瀚科大厦的交房手续、装修手续,制作相关证照。负责跟踪追进;",
        "并及时反馈到相关部门,负责跟踪追进;1.办理肯彤名邸小区、瀚科大厦的交房手续、装修手续,制作相关证照。",
    ),
    # The opening bracket of the two questions is never closed; they are two lines.
    ("不满意吗?/我们", "不满意吗?我们"),
)
"""Repairs that can be told from the Simplified text only."""

PINYIN = re.compile(r"(?<=[^\x00-\x7f])\([a-zA-Zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêɑɡńňǹḿ]+\)")
NUMBERING = re.compile(r"(?<![\d:A-Z])\d{1,2}[.、)](?!\d)|(?<![A-Za-z])[a-d]\)|(?<![一-鿿])[一二三四五][.、]")
SENTENCE = re.compile(r"[。；;？?！!\n【】]")
CLAUSE = re.compile(r"[^\w%℃+×]+")
MARKS = re.compile(r"[\W_]+")

ALLOWED = {
    "岗位名称": "the label of the name of a post; a page has it as its title, without a label",
    "客服部岗位职责和岗位操作细则": "repeats the heading before it, 客服部工作职责及岗位操作细则, in other words",
}
"""Clauses that are not on the site, with the reason."""


def repaired() -> str:
    """Return the source in Simplified Chinese without the damage."""
    text = SOURCE.read_text("utf-8-sig")
    for damage, meant in DAMAGE:
        text = text.replace(damage, meant)
    text = str(OpenCC("t2s").convert(PINYIN.sub("", text)))
    for damage, meant in LATER:
        text = text.replace(damage, meant)
    return text


def bare(text: str) -> str:
    """Return a text without punctuation and white space."""
    return MARKS.sub("", text)


@pytest.fixture(scope="module")
def written(site: Path) -> str:
    """All that can be read on the pages of the site, without punctuation."""
    pages = [BeautifulSoup(path.read_text("utf-8"), "html.parser").article for path in sorted(site.rglob("*.html"))]
    return "\n".join(bare(page.get_text()) for page in pages if page)


def test_the_source_is_read_whole() -> None:
    """No damage is left, and nothing of its length is lost."""
    text = repaired()
    assert len(text) > 9000
    assert not re.search(r"\?[a-zA-Zāáǎàēéěèīíǐìōóǒòūúǔùêü]|\([a-zāáǎàēéěèīíǐìōóǒòūúǔù]{2,}\)|[為與專員]", text)


def test_every_sentence_of_the_source_is_on_the_site(written: str) -> None:
    """As a whole, or where the site sets it as several lines, each of its clauses."""
    missing = []
    for part in NUMBERING.split(repaired()):
        for sentence in SENTENCE.split(part):
            if bare(sentence) not in written:
                missing += [clause for clause in CLAUSE.split(sentence) if bare(clause) not in written]
    assert [clause for clause in missing if clause not in ALLOWED] == []
    assert sorted(set(ALLOWED) - set(missing)) == [], "an exception that is none any more"


def test_the_interleaved_items_are_put_right(written: str) -> None:
    """负责跟踪追进 belongs to item 3, and item 1 stands by itself."""
    assert bare("负责接待当日业主的报修、投诉等相关事务，并及时反馈到相关部门，负责跟踪追进；") in written
    assert bare("办理肯彤名邸小区、瀚科大厦的交房手续、装修手续，制作相关证照。") in written
