"""What the template of each kind needs beside its record."""

from __future__ import annotations

from typing import Any

from generator.model.address import Address
from generator.model.call import turns
from generator.model.checklist import Checklist
from generator.model.form import Form
from generator.model.procedure import Procedure
from generator.model.quiz import Quiz
from generator.model.record import Record
from generator.model.role import Role
from generator.model.script import Script
from generator.model.standard import Standard
from generator.views import paths
from generator.views.pages.desk import Desk

Headings = list[tuple[str, str]]


def context(record: Record, desk: Desk) -> dict[str, Any]:
    """Return the template's variables for a record; `headings` among them lists (anchor, title)."""
    match record:
        case Role():
            return _role(record, desk)
        case Procedure():
            return {"headings": [(step.anchor, step.title) for step in record.steps]}
        case Script():
            return _script(record, desk)
        case Standard():
            return {"headings": [(section.anchor, section.title) for section in record.sections]}
        case Checklist():
            sections = desk.handbook.ticks(record)
            return {"sections": sections, "headings": [(anchor, title) for anchor, title, _ in sections]}
        case Form():
            return _form(record, desk)
        case Quiz():
            return _quiz(record, desk)
    return {"headings": []}


def _role(role: Role, desk: Desk) -> dict[str, Any]:
    t = desk.t
    inside = [a for a in desk.posts_of(role.title) if a != role.address] if role.is_department else []
    relieves = _relieves(role, desk)
    numbers = any(item.measures for part in role.parts() for _, item in part.walk())
    headings: Headings = [("numbers", t("role.numbers"))] if numbers else []
    headings += [("qualifications", t("role.qualifications"))] if role.qualifications else []
    headings += [(section.anchor, section.title) for section in role.sections]
    people = bool(role.reports_to or role.subordinates or role.works_with or role.relieved_by or relieves or inside)
    headings += [("people", t("role.people"))] if people else []
    return {"headings": headings, "numbers": numbers, "inside": inside, "relieves": relieves, "people": people}


def _quiz(quiz: Quiz, desk: Desk) -> dict[str, Any]:
    here = paths.page_path(quiz.address)
    played = desk.quizzed and bool(quiz.questions)
    script = paths.href(here, paths.quiz_script(quiz.address)) if played else ""
    headings: Headings = [(question.id, question.stem) for question in quiz.questions]
    return {"headings": headings, "script": script, "root": paths.href(here, "")}


def _relieves(role: Role, desk: Desk) -> list[Address]:
    """Return the posts this one stands in for."""
    users = [desk.handbook.records[address] for address in desk.handbook.backlinks[role.address]]
    return [
        user.address
        for user in users
        if isinstance(user, Role) and any(desk.handbook.role(name) is role for name in user.relieved_by)
    ]


def _form(form: Form, desk: Desk) -> dict[str, Any]:
    named = desk.handbook.named_by.get(form.address, ())
    headings: Headings = [] if form.document else [("fields", desk.t("form.fields"))]
    headings += [("named-by", desk.t("form.named_by"))] if named else []
    by_record: dict[Address, list[Any]] = {}
    for line in named:
        by_record.setdefault(line.record.address, []).append(line)
    return {"headings": headings, "named": by_record, "required": any(field.required for field in form.fields)}


def _script(script: Script, desk: Desk) -> dict[str, Any]:
    headings: Headings = [("rules", desk.t("script.rules"))] if script.rules else []
    headings += [(node.id, node.title) for node in script.nodes]
    return {"headings": headings, "turns": turns(script)}
