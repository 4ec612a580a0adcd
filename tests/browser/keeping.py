"""What tests know of a device: how the keys of a site begin, what is kept on a shelf; and what axe finds wrong."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

from tests.conftest import ROOT

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"

KEPT = "rolebook:2:job-handbook:0:"
"""What the keys of the real handbook begin with (`site_id` in mkdocs.yml), for whoever never made a profile."""


def stored(page: Page, start: str) -> dict[str, Any]:
    """Return the values under every key that begins so, by the rest of the key."""
    found = page.evaluate("() => Object.entries(localStorage)")
    return {key.removeprefix(start): json.loads(value) for key, value in found if key.startswith(start)}


def violations(page: Page, *rules: str) -> list[str]:
    """Return what axe finds wrong on the page, by these rules alone where any are given.

    Nothing moves meanwhile, nor later: in the midst of a fade, colours are not what anybody reads.
    """
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(AXE.read_text("utf-8"))
    given = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    found = page.evaluate("given => axe.run(document, given)", given)
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found["violations"]]


def questions(page: Page) -> list[str]:
    """Return the ids of all questions of the handbook, as pages read them; the page stands in quizzes/."""
    page.add_script_tag(url="../assets/rolebook/quizzes/ids.js")
    return list(page.evaluate("window.rolebookQuestions"))


def timeless(exported: dict[str, object]) -> dict[str, object]:
    """Return progress as it was exported, without when."""
    return {name: value for name, value in exported.items() if name not in ("saved", "checksum")}
