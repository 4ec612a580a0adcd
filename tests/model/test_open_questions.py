"""Open questions: each that is written anywhere, in reading order, with the place it was written at."""

from __future__ import annotations

from rolebook.model.handbook import Handbook
from rolebook.model.open_questions import open_queries
from tests.records import record, role


def test_every_query_is_found_where_it_was_written() -> None:
    """Of a record, a section, a line, a line below a line, and a field; of several records, each its own."""
    line = {"text": "甲", "query": "一行？", "items": [{"text": "乙", "query": "下一行？"}, "丙"]}
    sections = [{"title": "职责", "items": ["丁"]}, {"title": "规程", "query": "一段？", "items": [line]}]
    bar = role("bar", query="一页？", sections=sections)
    log = record("forms/log", fields=[{"label": "时间"}, {"label": "事由", "query": "一栏？"}])
    handbook = Handbook([bar, role("hall"), log])
    wanted = [
        ("roles/bar", ("query",), "一页？"),
        ("roles/bar", ("sections", 1, "query"), "一段？"),
        ("roles/bar", ("sections", 1, "items", 0, "query"), "一行？"),
        ("roles/bar", ("sections", 1, "items", 0, "items", 0, "query"), "下一行？"),
        ("forms/log", ("fields", 1, "query"), "一栏？"),
    ]
    addresses = {str(address): address for address in handbook.records}
    assert [tuple(query) for query in open_queries(handbook)] == [
        (address, handbook.place(addresses[address], path), text) for address, path, text in wanted
    ]
