"""How a measure is put into words, wherever one is shown."""

from __future__ import annotations

from collections.abc import Mapping

from rolebook.language import Language
from rolebook.language.strings import Strings
from rolebook.model.measure import Measure


def measure_label(measure: Measure, text: str, language: Language, strings: Strings) -> str:
    """Return a measure in words, as its line `text` in `language` says them: 至少两步, 23度–25度, 不晚于08:28."""
    words = measure.words(text, language)
    if "min" in words:
        if words["min"] == words["max"]:  # 两三度
            return words["min"]
        low, high = range_ends(measure, words)
        return strings("measure.range", min=low, max=high)
    ((name, own),) = words.items()
    return strings(f"measure.{name}", **{name: own})


def range_ends(measure: Measure, words: Mapping[str, str]) -> tuple[str, str]:
    """Return the ends of a range as they are shown, the unit once where both have it: 18 and 22 °C."""
    low, high = words["min"], words["max"]
    return (low.removesuffix(measure.unit).rstrip() if high.endswith(measure.unit) else low), high
