"""Hatch build hook: bundles the front end, so that pip alone builds it, and packs the example handbooks."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontEndHook(BuildHookInterface[Any]):
    """Runs before a wheel (an editable one too) is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bundle frontend/src into generator/rolebook/static, and put examples/ into the package of a wheel.

        What stands there is named, because hatch would take a site that was built in an example, too; an editable
        install finds the examples in the checkout.
        """
        root = Path(self.root)
        runpy.run_path(str(root / "frontend" / "bundle.py"))["bundle"]()
        if version == "standard":
            for config in (root / "examples").glob("*/mkdocs.yml"):
                for source in (config, config.with_name("docs")):
                    target = f"rolebook/examples/{config.parent.name}/{source.name}"
                    build_data["force_include"][str(source)] = target
