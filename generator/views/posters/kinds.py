"""The sheet of each kind of record. `loose` is the second try, where a first one did not fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.model.address import Address
from generator.model.call import Turn, turns
from generator.model.checklist import Checklist
from generator.model.form import Form, FormField
from generator.model.handbook import Handbook
from generator.model.item import Item
from generator.model.procedure import Procedure
from generator.model.record import Record
from generator.model.role import Role
from generator.model.script import Node, Script
from generator.site import Site
from generator.views.posters.sheet import Clerk, Data, Origin, Sheet, chunks, unbreakable
from generator.wording import measure_label

SECTION = 9
"""The most lines a section has (Gawande, A Checklist for Checklists)."""
LOOSE = 4
FORM_LARGEST = 1.25
"""A form is read at the desk: its type stays small, and the room is left to the hand."""
BLANK_SHIFTS = 4
PORTRAIT_BREADTH = 2
"""How many answers stand side by side on a sheet in portrait; more of them turn it"""


def sheet_of(handbook: Handbook, site: Site, record: Record, *, loose: bool = False) -> Sheet | None:
    """Return the sheet of a record; None where its kind has none, or is the same on a second try."""
    clerk = Clerk(handbook, site, record)
    match record:
        case Checklist() if not loose:
            return _checklist(clerk, record)
        case Role():
            return _card(clerk, record, LOOSE if loose else 10_000)
        case Script():
            return _script(clerk, record, flat=loose)
        case Procedure() if not loose:
            return _strip(clerk, record)
        case Form() if not record.document and not loose:
            return _form(clerk, record)
    return None


def _checklist(clerk: Clerk, checklist: Checklist) -> Sheet:
    t, handbook = clerk.t, clerk.handbook
    sections: list[Data] = []
    blocks: list[Origin] = []
    count = 0
    for n, (_, title, ticks) in enumerate(handbook.ticks(checklist)):
        parts = list(chunks(ticks, SECTION))
        if len(parts) > 1:
            clerk.notices.append(t("poster.split", section=title, n=len(ticks), most=SECTION, parts=len(parts)))
        for k, (_, part) in enumerate(parts):
            lines = []
            for tick in part:
                at = tick.origin
                path = at.path if at else _own_path(checklist, n, tick.item)
                lines.append(clerk.line(tick.item, path, at.record.address if at else None))
            name = clerk.text(title, ("sections", n, "title")) + (
                t("text.part", n=k + 1, of=len(parts)) if len(parts) > 1 else ""
            )
            sections.append({"title": name, "note": t("index.lines", n=len(part)), "lines": lines})
            blocks.append(clerk.origin("sections", n))
            count += len(part)
    facts = [
        (t("checklist.when"), clerk.text(checklist.when, ("when",))),
        (t("checklist.by"), clerk.text(clerk.posts(checklist.by), ("by",))),
        (t("poster.count"), t("index.lines", n=count)),
    ]
    return clerk.sheet(
        "checklist", facts, [*blocks, clerk.origin("sign_off")], sections=sections, sign=_sign(clerk, checklist, count)
    )


def _own_path(checklist: Checklist, section: int, item: Item) -> tuple[str | int, ...]:
    entries = checklist.sections[section].items
    return ("sections", section, "items", next((k for k, entry in enumerate(entries) if entry.text == item.text), 0))


def _sign(clerk: Clerk, checklist: Checklist, count: int) -> Data | None:
    sign, t = checklist.sign_off, clerk.t
    if sign is None:
        return None
    columns = t("poster.days").split() if sign.by == "day" else list(sign.shifts) or [""] * BLANK_SHIFTS
    return {
        "by": t(f"poster.by_{sign.by}"),
        "columns": columns,
        "rows": [t("poster.date"), t("poster.initials"), t("poster.time")],
        "done": t("poster.done", n=count),
    }


def _card(clerk: Clerk, role: Role, most: int) -> Sheet:
    t = clerk.t
    sections: list[Data] = []
    blocks: list[Origin] = []
    lines = [(path, item) for part in role.parts() for path, item in part.walk()]
    lead = [clerk.line(role.summary, ("summary",))] if role.summary else []
    blocks += [clerk.origin("summary")] if lead else []

    def add(title: str, found: Sequence[Data], where: Origin, key: str = "lines") -> None:
        for _, part in chunks(found, most if key == "lines" else 3 * most):
            sections.append({"title": title, key: list(part)})
            blocks.append(where)

    never = [(path, item) for path, item in lines if item.never]
    add(t("poster.never_do"), [clerk.line(item, path) for path, item in never], clerk.origin())
    numbers = [
        {"of": m.of, "value": measure_label(m, item.text, t), "when": m.when}
        for _, item in lines
        for m in item.measures
    ]
    add(t("role.numbers"), numbers, clerk.origin(), "numbers")
    duties = [(n, s) for n, s in enumerate(role.sections) if s.kind == "duty" and s.items]
    for n, section in duties or [(n, s) for n, s in enumerate(role.sections) if s.items]:
        kept = [(k, item) for k, item in enumerate(section.items) if not item.never]
        found = [clerk.line(item, ("sections", n, "items", k), n=i + 1) for i, (k, item) in enumerate(kept)]
        add(clerk.text(section.title, ("sections", n, "title")), found, clerk.origin("sections", n))
    if not sections:
        wanted = [clerk.line(item, ("qualifications", k), n=k + 1) for k, item in enumerate(role.qualifications)]
        add(t("role.qualifications"), wanted, clerk.origin("qualifications"))
    facts = [
        (t("role.department"), clerk.text(role.department, ("department",))),
        (t("role.reports_to"), clerk.text(clerk.posts(role.reports_to), ("reports_to",))),
        (t("role.relieved_by"), clerk.text(clerk.posts(role.relieved_by), ("relieved_by",))),
    ]
    narrow = unbreakable(text for number in numbers for text in number.values())
    return clerk.sheet("card", facts, blocks, lead=lead, sections=sections, narrow=narrow)


def _strip(clerk: Clerk, procedure: Procedure) -> Sheet:
    steps = []
    for n, step in enumerate(procedure.steps):
        steps.append(
            {
                "n": n + 1,
                "title": clerk.text(step.title, ("steps", n, "title")),
                "lines": [clerk.line(item, ("steps", n, "items", k)) for k, item in enumerate(step.items)],
                "by": [clerk.text(clerk.post(name), ("steps", n, "by", k)) for k, name in enumerate(step.by)],
                "fills": [
                    clerk.text(_title(clerk, name), ("steps", n, "fills", k)) for k, name in enumerate(step.fills)
                ],
            }
        )
    facts = [
        (clerk.t("role.department"), clerk.text(procedure.department, ("department",))),
        (clerk.t("poster.count"), clerk.t("procedure.steps", n=len(steps))),
    ]
    return clerk.sheet("strip", facts, [clerk.origin("steps", n) for n, _ in enumerate(steps)], steps=steps)


def _title(clerk: Clerk, form: str) -> str:
    """Return a form's title in the brackets Chinese gives to names of documents."""
    record = clerk.handbook.records.get(Address.parse(form, "forms") or Address("forms", form))
    return f"《{record.title}》" if record else form


def _script(clerk: Clerk, script: Script, *, flat: bool) -> Sheet:
    t = clerk.t
    rules = None
    if script.rules:
        lines = [clerk.line(item, ("rules", k)) for k, item in enumerate(script.rules)]
        rules = {"title": t("script.rules"), "lines": lines}
    place = {node.id: n for n, node in enumerate(script.nodes)}
    if flat:
        unrolled = [_node(clerk, script, place, node, flat=True) for node in script.nodes]
    else:
        unrolled = [_turn(clerk, script, place, turn) for turn in turns(script)]
    tops = [clerk.origin("rules")] if rules else []
    blocks = [*tops, *(clerk.origin("nodes", turn["at"]) for turn in unrolled)]
    facts = [
        (t("role.department"), clerk.text(script.department, ("department",))),
        (t("script.form"), _title(clerk, script.form) if script.form else ""),
    ]
    wide = max(map(_breadth, unrolled)) > PORTRAIT_BREADTH
    return clerk.sheet(
        "script", facts, blocks, orientation="landscape" if wide else "portrait", rules=rules, turns=unrolled
    )


def _breadth(turn: Data) -> int:
    """Return how many columns a turn and what follows it need."""
    return max(1, sum(max([1, *map(_breadth, reply["turns"])]) for reply in turn["replies"]))


def _turn(clerk: Clerk, script: Script, place: dict[str, int], turn: Turn) -> Data:
    made = _node(clerk, script, place, turn.node, goto=turn.goto)
    made["replies"] = [
        {
            "answer": clerk.t("script.customer", answer=answer),
            "goto": clerk.t("script.goto", title=known.title) if known else "",
            "turns": [_turn(clerk, script, place, following) for following in then],
        }
        for answer, then, known in turn.replies
    ]
    return made


def _node(
    clerk: Clerk, script: Script, place: dict[str, int], node: Node, *, goto: Node | None = None, flat: bool = False
) -> Data:
    """Return one turn; `flat` names where each answer leads in words."""
    t, n = clerk.t, place[node.id]
    notes = [[t("script.hint"), clerk.text(node.hint, ("nodes", n, "hint"))]] if node.hint else []
    form = clerk.handbook.records.get(Address("forms", script.form)) if script.form else None
    labels = {field.anchor: field.label for field in form.fields} if isinstance(form, Form) else {}
    if node.records:
        notes.append([t("script.records"), t("text.comma").join(labels.get(name, name) for name in node.records)])
    if flat:
        notes += [
            [t("script.customer", answer=r.answer), t("script.goto", title=script.node[r.to].title)]
            for r in node.replies
        ]
        goto = script.node[node.next] if node.next else None
    if goto:
        notes.append([t("script.then"), t("script.goto", title=goto.title)])
    if not node.targets:
        notes.append([t("script.end"), node.outcome])
    says = [clerk.spoken(script, item, ("nodes", n, "says", k)) for k, item in enumerate(node.says)]
    title = clerk.text(node.title, ("nodes", n, "title"))
    tokens = unbreakable([title, *(item.text for item in node.says), *(words for _, words in notes)])
    return {"at": n, "title": title, "says": says, "notes": notes, "replies": [], "tokens": tokens}


def _form(clerk: Clerk, form: Form) -> Sheet:
    fields = [_field(clerk, field, n) for n, field in enumerate(form.fields)]
    facts = [(clerk.t("poster.number"), "＿" * 8)]
    lead = clerk.text(form.purpose, ("purpose",))
    blocks = [*([clerk.origin("purpose")] if lead else []), *(clerk.origin("fields", n) for n, _ in enumerate(fields))]
    return clerk.sheet("form", facts, blocks, lead=lead, fields=fields, largest=FORM_LARGEST)


def _field(clerk: Clerk, field: FormField, n: int) -> dict[str, Any]:
    label = clerk.text(field.label, ("fields", n, "label"))
    clerk.lines.append((str(clerk.record.address._replace(item=field.anchor)), label))
    patterns = {"date": clerk.t("poster.date_blank"), "time": clerk.t("poster.time_blank")}
    return {
        "label": label,
        "type": field.type,
        "required": field.required,
        "choices": [clerk.text(choice, ("fields", n, "choices", k)) for k, choice in enumerate(field.choices)],
        "pattern": patterns.get(field.type, ""),
        "tokens": unbreakable([label]),
    }
