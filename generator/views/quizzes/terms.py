"""The key terms of a clause: noun phrases and the posts it names; the only user of rjieba."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.views.quizzes.sorts import sort_of

_NOUN = re.compile(r"^(?:n|nz)$")
_BEFORE = re.compile(r"^vn$")
# Characters that belong to the sentence, not to a term; the segmenter draws some of them in: 及小裙, 接待所, 员应.
_LOOSE = re.compile(r"[及和与或的应时后内需所员各其之使在上下中里处者无不为对将把由本该是有如前被]")
# Verbs that the segmenter often takes for nouns: they end a term.
_VERBS = frozenset(
    """办理 整理 汇总 指导 清洗 提高 提取 拉椅 续杯 断电 断网 端正 目视 信息记录 拉紧 归档 汇报 透气 关机 有序 联系 检查
    参与 打断 分析 开启 整洁 平整 聊天 调整 安排 保持一致 听取汇报 宣传 联络感情 遗漏 动用 过耳 过目 使用
    区域 感觉 损失""".split()  # noqa: SIM905  # a list of so many words is no easier to read
)
# Nouns that name nothing to remember.
_EMPTY = frozenset(
    """规定 过程 区域 情况 工作 标准 方面 内容 个人 动向 时间 特色 客服 硬质 影响力 原则 部门 顾客 客户 服务 记录 报告
    业务学习 部分 方式 途径 渠道 方法 烟缸信息""".split()  # noqa: SIM905
)
_SIZE = range(2, 6)
_WORDS = 2
"""A term has at most so many words: more of them are seldom one thing."""


class Term(NamedTuple):
    """A stretch of a clause that names something."""

    start: int
    end: int
    text: str
    sort: str
    """what it names: "post", "department", or a sort of thing (see `sorts`)"""
    before: str
    after: str
    """the characters beside it: terms with the same neighbours can stand in each other's place"""


@lru_cache(maxsize=65536)
def tags(text: str) -> tuple[tuple[str, str], ...]:
    """Return a text as (word, part of speech)."""
    import rjieba  # here, because it reads its dictionary when imported, and a site without quizzes needs none

    return tuple(rjieba.tag(text))


def terms(text: str, named: list[tuple[int, int, str]]) -> Iterator[Term]:
    """Yield the terms of a clause; nothing inside `named`, stretches already known as (start, end, sort), is a noun.

    Stretches of the sort "" are no terms themselves.
    """
    yield from (_term(text, start, end, sort) for start, end, sort in named if sort)
    position = 0
    run: list[tuple[int, str, bool]] = []
    for word, tag in [*tags(text), ("", "x")]:
        inside = any(start < position + len(word) and position < end for start, end, _ in named)
        noun, before = bool(_NOUN.match(tag)), bool(_BEFORE.match(tag))
        if (noun or before) and not inside and not _LOOSE.search(word) and len(word) > 1 and word not in _VERBS:
            run.append((position, word, noun))
        else:
            if len(word) != 1 or not tag.startswith("n"):  # 投影幕 before 布: the term is cut in two
                yield from _closed(run, text)
            run = []
        position += len(word)


def _closed(run: list[tuple[int, str, bool]], text: str) -> Iterator[Term]:
    """Yield the head of a run of nouns, the noun at its end with what qualifies it as far as it is short."""
    if not run or not run[-1][2]:
        return
    for start, _, _ in run[-_WORDS:]:
        end = run[-1][0] + len(run[-1][1])
        sort = sort_of(text[start:end])
        if sort and end - start in _SIZE and text[start:end] not in _EMPTY:
            yield _term(text, start, end, sort)
            return


def _term(text: str, start: int, end: int, sort: str) -> Term:
    return Term(start, end, text[start:end], sort, text[max(0, start - 2) : start], text[end : end + 1])
