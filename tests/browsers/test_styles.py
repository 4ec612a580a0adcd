"""What the oldest browser drops of our styles, asked of itself."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.browsers.driving import Browser

LOOKS = {
    "-moz-appearance",
    "-webkit-appearance",  # none is known, auto is not
    "accent-color",
    "appearance",
    "forced-color-adjust",
    "text-autospace",
    "text-decoration-thickness",
    "text-underline-offset",
    "text-wrap",
}
"""Properties that nothing but looks hangs on."""


@pytest.mark.parametrize("driven", ["chromium-80"], indirect=True)
def test_nothing_but_looks_is_dropped(driven: Browser, base: str, site: Path) -> None:
    """Every declaration is understood, or nobody misses it."""
    css = (site / "assets" / "rolebook" / "rolebook.css").read_text("utf-8")
    plain = re.sub(r"@supports \(height[^{]*\{.*?\}\}|!important", "", css)
    declared = sorted(set(re.findall(r"(?<=[{;])([a-z-]+):([^;{}]+)(?=[;}])", plain)))
    assert len(declared) > 300
    driven.open(f"{base}index.html")
    unknown = driven.run(f"return {json.dumps(declared)}.filter(([name, value]) => !CSS.supports(name, value))")
    assert {name for name, _ in unknown} <= LOOKS
