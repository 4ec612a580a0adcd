"""Hatch build hook: bundles the front end, so that pip alone builds it."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontEndHook(BuildHookInterface[Any]):
    """Runs before a wheel (an editable one too) is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bundle frontend/src into generator/static."""
        runpy.run_path(str(Path(self.root) / "frontend" / "bundle.py"))["bundle"]()
