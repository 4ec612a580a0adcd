"""What holds for all records that do not say otherwise: docs/handbook.yml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from pydantic import Field

from rolebook.model.address import Address
from rolebook.model.base import Model
from rolebook.model.record import Record

Paper = Literal["a3", "a4", "a5", "letter"]
"""What a sheet is printed on."""


class Defaults(Model):
    """The keys of docs/handbook.yml. Revision and effective day are each record's own."""

    address: ClassVar[Address] = Address("", "handbook")
    """what stands for the file where a place in it is meant"""

    owner: str = ""
    """who answers for the records that name no 'owner' under 'revision'"""
    department: str = ""
    """the department of the records that name none"""
    paper: Paper | None = None
    """what sheets are printed on; a checklist may choose another"""
    caller: str = ""
    """what scripts call whoever is spoken to; without it the language has a word"""
    company: str = ""
    """printed on every sheet; without it the site's name is"""
    pass_mark: int = Field(default=80, ge=1, le=100)
    """percent of an exam from which it is passed"""

    def filled(self, kind: type[Record], written: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of a record of `kind` with what they leave out."""
        values = dict(written)
        for name in ("department", "paper", "caller"):
            if (given := getattr(self, name)) and name in kind.model_fields:
                values.setdefault(name, given)
        if self.owner and isinstance(values.get("revision"), dict):
            values["revision"] = {"owner": self.owner, **values["revision"]}
        return values
