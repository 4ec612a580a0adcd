"""The page of a script: its lines with their blanks, turn after turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from rolebook.kinds.scripts.map import call_map
from rolebook.kinds.scripts.model import Script
from rolebook.kinds.scripts.script_turns import turns
from rolebook.model.item import Item
from rolebook.render import inline

if TYPE_CHECKING:
    from rolebook.views.pages.context import PageContext


def page(script: Script, context: PageContext) -> Mapping[str, Any]:
    """Return the turns, who answers, how a line becomes HTML, and the labels of the fields a node fills."""
    fields = partial(script.filled_at, handbook=context.handbook)
    spoken = partial(_spoken, script, partial(context.leads, script.address))
    caller = script.caller or context.t("script.caller")  # not by this name: Jinja has its own `caller` in macros
    found = {"turns": turns(script), "map": call_map(script, context.t)}
    return {**found, "other_side": caller, "spoken": spoken, "fields": fields}


def _spoken(script: Script, link: Callable[[str], str], item: Item) -> Markup:
    """Return a line as HTML, with blanks where the agent fills something in; `link` says where its links lead."""
    text, blanks = script.filled(item.text, lambda placeholder: placeholder.shown)
    before = Markup('<span class="rb-blank" data-label="{}">')
    stretches = [
        (start, end, before.format("" if what.choices else what.label), Markup("</span>"))
        for start, end, what in blanks
    ]
    return inline(text, stretches, link)
