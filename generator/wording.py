"""How a measure is put into words, wherever one is shown."""

from __future__ import annotations

from generator.model.measure import Measure
from generator.strings import Strings


def measure_label(measure: Measure, text: str, strings: Strings) -> str:
    """Return a measure in words, as its line `text` says them: 至少两步, 23度–25度, 不晚于08:28."""
    words = measure.words(text)
    if "min" in words:
        low = words["min"].removesuffix(measure.unit) if words["max"].endswith(measure.unit) else words["min"]
        return strings("measure.range", min=low, max=words["max"])
    ((name, own),) = words.items()
    return strings(f"measure.{name}", **{name: own})
