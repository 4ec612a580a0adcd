"""What a measure may claim of its line by each way to bound a number, and that a message advises what passes."""

from __future__ import annotations

import json

import pytest

from rolebook.errors import Message
from rolebook.language import Language, language
from rolebook.model.measure import Measure, bounds_of
from tests.conftest import ROOT

CHINESE = language("zh")


@pytest.mark.parametrize(
    ("code", "text", "bounds"),
    [
        ("zh", "五百元（含）以上须店长签字", {"at_least": "500", "unit": "元"}),
        ("zh", "1000元以下（不含）的现金由领班保管", {"below": "1000", "unit": "元"}),
        ("zh", "只发一把钥匙", {"value": "1", "unit": "把"}),
        ("zh", "只发一把钥匙", {"at_most": "1", "unit": "把"}),
        ("zh", "晚上巡楼，十点三刻锁门", {"value": "22:45"}),
        ("zh", "六点半开门", {"value": "18:30"}),
        ("zh", "六点半开门", {"value": "6:30"}),
        ("zh", "每小时补液5毫升", {"value": "5", "unit": "毫升"}),
        ("zh", "每小时补液5毫升", {"value": "5", "unit": "毫升/小时"}),
        ("zh", "每分钟按压100到120次", {"min": "100", "max": "120", "unit": "次"}),
        ("zh", "每分钟按压100到120次", {"min": "100", "max": "120", "unit": "次/分钟"}),
        ("zh", "1小时30分后复查", {"value": "90", "unit": "分钟"}),
        ("zh", "货架高1.8米", {"value": "1.8", "unit": "米"}),
        ("zh", "货架高1.8 米", {"value": "1.8米"}),
        ("zh", "三百余人", {"above": "300", "unit": "人"}),
        ("en", "Hand out only one key.", {"value": "1", "unit": "key"}),
        ("en", "Hand out only one key.", {"at_most": "1", "unit": "key"}),
        ("en", "Keep two out of three keys.", {"value": "2", "unit": "keys"}),
        ("en", "The film lasts 1 hour 30 minutes.", {"value": "90", "unit": "minutes"}),
        ("en", "The film lasts 1 hour 30 minutes.", {"value": "1.5", "unit": "hours"}),
        ("en", "Keep $10k in the safe.", {"value": "10000", "unit": "$"}),
        ("en", "A 1.8m shelf", {"value": "1.8", "unit": "m"}),
        ("en", "A 1.8m shelf", {"value": "1.8 m"}),
        ("en", "Open at half past six.", {"value": "06:30"}),
        ("en", "Open at half past six.", {"value": "6:30 pm"}),
        ("en", "Bring one spare key.", {"value": "1", "unit": "spare key"}),
        ("en", "Trucks are never driven faster than 8 km/h.", {"at_most": "8", "unit": "km/h"}),
        ("en", "No dish leaves the kitchen below 63 °C.", {"at_least": "63", "unit": "°C"}),
        ("en", "Not a soul may stay beyond 20 minutes.", {"at_most": "20", "unit": "minutes"}),
        ("en", "Do not call after 8 pm.", {"before": "8 pm"}),
        ("zh", "空调调高两三度", {"min": "2", "max": "3", "unit": "度"}),
        ("zh", "空调调高两三度", {"at_most": "3", "unit": "度"}),
        ("zh", "不得在油泵2米以内用手机", {"at_least": "2", "unit": "米"}),
    ],
)
def test_each_way_to_bound_a_number(code: str, text: str, bounds: dict[str, str]) -> None:
    """By comparison, with the number itself or without, with the unit beside the number or apart from it."""
    assert Measure(of="甲", **bounds).disagreement(text, language(code)) is None


@pytest.mark.parametrize(
    ("code", "text", "bounds"),
    [
        ("zh", "1000元以下（不含）的现金由领班保管", {"at_most": "1000", "unit": "元"}),
        ("zh", "200多元", {"value": "200", "unit": "元"}),
        ("zh", "至少5分钟", {"at_most": "5分钟"}),
        ("zh", "充电不得超过8个小时", {"at_least": "8", "unit": "小时"}),
        ("zh", "充电不得超过8个小时", {"above": "8", "unit": "小时"}),
        ("zh", "每周至少休息一天，连续上班不得超过6天", {"at_most": "1", "unit": "天"}),
        ("zh", "不让孩子离手超过1分钟", {"at_least": "1", "unit": "分钟"}),
        ("en", "No more than 8 hours.", {"at_least": "8", "unit": "hours"}),
        ("en", "Nobody waits longer than 15 minutes.", {"above": "15", "unit": "minutes"}),
        ("zh", "晚上巡楼，十点三刻锁门", {"value": "10:45"}),
        ("zh", "早上08:28到岗", {"value": "20:28"}),
        ("en", "Open at 06:30.", {"value": "18:30"}),
        ("en", "The maximum load is 300 kg.", {"value": "300", "unit": "kg"}),
    ],
)
def test_what_the_line_does_not_say_is_refused(code: str, text: str, bounds: dict[str, str]) -> None:
    """A bound with the number or without it, an hour that is not the line's, a rate taken for its number."""
    assert Measure(of="甲", **bounds).disagreement(text, language(code)) is not None


@pytest.mark.parametrize("given", ["2-8", "2 - 8", "2到8", "2–8", "2-8℃"])
@pytest.mark.parametrize("bound", ["value", "at_most"])
def test_a_range_is_two_numbers(given: str, bound: str) -> None:
    """However it is written, the author is told to write both ends; the same text of no range is what it says."""
    unit = "" if "℃" in given else "℃"
    message = Message("measure-range", bound=bound, value=given, min="2", max="8", unit="" if unit else "℃")
    assert told(Measure(of="甲", **{bound: given}, unit=unit), "冷柜2到8℃", CHINESE) == message
    assert Measure(of="甲", value="A2-8").disagreement("按A2-8键", CHINESE) is None


def told(measure: Measure, text: str, known: Language) -> Message | None:
    """Return what is told of a measure of a line."""
    found = measure.disagreement(text, known)
    return found.message if found else None


@pytest.mark.parametrize("code", ["zh", "en"])
def test_what_a_message_says_to_write_is_what_passes(code: str) -> None:
    """For every number of the cases, wherever a measure of it is refused for its unit or bound and mended as told."""
    known = language(code)
    for text in json.loads((ROOT / "tests/cases/numbers" / f"{code}.json").read_text("utf-8")):
        for quantity in known.quantities(text):
            for name in ("value", "at_most", "after"):
                for unit in ("", "kg"):
                    first = bounds_of(quantity)
                    bounds = {name: next(iter(first.values()))}
                    message = told(Measure(of="甲", **bounds, unit=unit), text, known)
                    facts = dict(message.values) if message else {}
                    while message and message.code == "measure-unit":
                        unit = str(facts["fix"])
                        message = told(Measure(of="甲", **bounds, unit=unit), text, known)
                        assert not message or message.code != "measure-unit", (text, bounds, unit)
                        facts = dict(message.values) if message else {}
                    if message and message.code.startswith("measure-bound"):
                        bounds = dict(part.split(": ") for part in str(facts["fix"]).split(", "))
                        message = told(Measure(of="甲", **bounds, unit=unit), text, known)
                    assert message is None, (text, bounds, unit, message)


@pytest.mark.parametrize("code", ["zh", "en"])
def test_what_is_found_is_a_measure_its_line_agrees_with(code: str) -> None:
    """Every number of the cases, written down as `check --numbers` lists it."""
    known = language(code)
    for text in json.loads((ROOT / "tests/cases/numbers" / f"{code}.json").read_text("utf-8")):
        for quantity in known.quantities(text):
            unit = quantity.unit
            measure = Measure(of="甲", unit=unit.text if "/" not in unit.name else unit.name, **bounds_of(quantity))
            if "/" not in unit.name or code == "en":
                assert measure.disagreement(text, known) is None, (text, measure)
