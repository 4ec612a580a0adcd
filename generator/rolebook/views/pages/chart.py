"""Who reports to whom in the whole company: department by department, a tree of its posts in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

from markupsafe import Markup

from rolebook import listing
from rolebook.kinds.roles.model import Role
from rolebook.listing import Entry, Shelf
from rolebook.listing_pages import Listing
from rolebook.model.handbook import Handbook
from rolebook.render import minified
from rolebook.views import paths
from rolebook.views.page import Page
from rolebook.views.pages.context import Link, PageContext

FEWEST = 2
"""Of fewer posts there is nothing to see."""
SHARE = 3
"""A tree that takes more of a page than this part is cut where its branches begin, so that pages can be filled."""
_ROW = 420
"""Bytes of a post with its address, beside its name."""
ABREAST = 5
"""As many posts as these stand side by side on a wide screen; a broader tree is indented there too."""


class Branch(NamedTuple):
    """A post, or the bare name of one without a record, with those that report to it, in its department."""

    name: str
    role: Role | None
    below: tuple[Branch, ...]
    size: int
    """how many bytes it takes, about"""
    breadth: int
    """how many of them stand side by side at most"""


def pages(env: Any, context: PageContext) -> Iterator[Page]:
    """Yield the page of the chart, and its parts where it is too much for one; nothing where there are hardly posts."""
    handbook = context.handbook
    if len(handbook.of(Role)) < FEWEST:
        return
    macros = env.get_template("_chart.html").module
    chief = _chiefs(handbook)
    at = cache(context.at)

    def html(branch: Branch, above: Branch | None, here: str) -> str:
        page = at(here)
        return str(macros.branch(page, branch, partial(_over, page, chief, above)))

    def shown(shelf: Shelf, entries: Sequence[Markup], here: str) -> str:
        return str(macros.department(shelf, entries, broad[shelf]))

    entries, broad = [], {}
    for department, roots in _departments(handbook, chief).items():
        shelf = Shelf(context.group(department), department)
        broad[shelf] = max(root.breadth for root in roots) > ABREAST
        for branch, above in _cut(roots):
            name = branch.role.id if branch.role else branch.name
            entries.append(Entry(name, branch.name, shelf, paths.CHART_PARTS, partial(html, branch, above)))
    found = Listing(paths.CHART, context.t("chart.title"), entries, context.t, shown)
    body = env.get_template("chart.html").render(page=context.at(paths.CHART), listing=found)
    yield Page(paths.CHART, found.title, minified(body), found.headings(), description=found.title)
    yield from found.pages()


def _chiefs(handbook: Handbook) -> dict[Role, str]:
    """Return by post the first it reports to, or whoever calls it a subordinate; none reports to itself in the end."""
    found: dict[Role, str] = {role: role.reports_to[0] for role in handbook.of(Role) if role.reports_to}
    for role in handbook.of(Role):
        for name in role.subordinates:
            below = handbook.role(name)
            if isinstance(below, Role):
                found.setdefault(below, role.title)
    free: set[Role] = set()
    for role in handbook.of(Role):
        seen: dict[Role, None] = {}
        at: Role | None = role
        while at and at not in free and at not in seen:
            seen[at] = None
            above = handbook.role(found[at]) if at in found else None
            at = above if isinstance(above, Role) else None
        if at and at in seen:
            del found[min(list(seen)[list(seen).index(at) :], key=lambda one: one.id)]
        free |= {*seen}
    return found


def _departments(handbook: Handbook, chief: Mapping[Role, str]) -> dict[str, list[Branch]]:
    """Return the trees of each department, that of the department as a whole first."""
    below: dict[tuple[str, Role | str], list[Role]] = {}
    roots: dict[str, dict[Role | str, None]] = {}
    for role in sorted(handbook.of(Role), key=lambda role: not role.is_department):
        known = handbook.role(chief[role]) if role in chief else None
        above: Role | str | None = known if isinstance(known, Role) else chief.get(role)
        if isinstance(above, Role) and above.department != role.department:
            above = None
        if above is not None:
            below.setdefault((role.department, above), []).append(role)
        if not isinstance(above, Role):
            roots.setdefault(role.department, {})[above if above is not None else role] = None
    return {department: [_grown(department, root, below) for root in some] for department, some in roots.items()}


def _grown(department: str, root: Role | str, below: Mapping[tuple[str, Role | str], Sequence[Role]]) -> Branch:
    """Return the tree that begins at a post, however deep it is."""
    made: dict[Role | str, Branch] = {}
    todo: list[Role | str] = [root]
    while todo:
        one = todo[-1]
        inside = below.get((department, one), ())
        missing = [role for role in inside if role not in made]
        if missing:
            todo += missing
            continue
        todo.pop()
        branches = tuple(made[role] for role in inside)
        name, role = (one.title, one) if isinstance(one, Role) else (one, None)
        size = _ROW + len(name.encode()) + sum(branch.size for branch in branches)
        breadth = max(1, sum(branch.breadth for branch in branches))
        made[one] = Branch(name, role, branches, size, breadth)
    return made[root]


def _cut(branches: Sequence[Branch], above: Branch | None = None) -> Iterator[tuple[Branch, Branch | None]]:
    """Yield trees that are not too large, each with what it was cut from."""
    todo = [(branch, above) for branch in reversed(branches)]
    while todo:
        branch, over = todo.pop()
        if branch.size <= listing.LIMIT // SHARE:
            yield branch, over
        else:
            yield branch._replace(below=()), over
            todo += [(one, branch) for one in reversed(branch.below)]


def _over(
    page: PageContext, chief: Mapping[Role, str], above: Branch | None, branch: Branch, root: bool
) -> Link | None:
    """Return whom a post reports to, where it does not stand below it."""
    if not root or not branch.role:
        return None
    if above:
        return page.post(str(above.role.address) if above.role else above.name)
    known = page.handbook.role(chief[branch.role]) if branch.role in chief else None
    return page.link(known.address) if known and known.department != branch.role.department else None
