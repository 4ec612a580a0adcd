"""Who stands around a post, drawn: who is above it, whom it stands in for, who works with it, who stands in for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from rolebook.drawing import svg
from rolebook.drawing.boxes import BROADEST, Label, fitted, mark, pill, said, title, ways, words
from rolebook.drawing.placed import Box
from rolebook.kinds.roles.model import Role
from rolebook.model.address import Address

if TYPE_CHECKING:
    from rolebook.views.pages.context import PageContext

FEWEST, MOST = 2, 8
"""How many posts are worth a drawing; of more the list is clearer."""


class _Post(NamedTuple):
    """A post by its name, where its page is ("" for none), and its mark."""

    name: str
    href: str
    mark: str


class _Relation(NamedTuple):
    """What joins posts to this one: its words, whether they stand above, and whether one takes over from the other."""

    words: str
    posts: tuple[_Post, ...]
    above: bool
    hands_over: bool = False


def around(role: Role, relieves: Sequence[Address], context: PageContext) -> Markup:
    """Return the drawing; "" where there is too little or too much of it."""
    relations = [relation for relation in _relations(role, relieves, context) if relation.posts]
    posts = list(dict.fromkeys(post for relation in relations for post in relation.posts))
    if not FEWEST <= len(posts) <= MOST:
        return Markup()
    labels = [title(role.title), *(title(post.name, mark=post.mark) for post in posts)]
    first = len(labels)
    edges: list[tuple[int, int]] = []
    headed: list[bool] = []
    for relation in relations:
        label = len(labels)
        labels.append(said(relation.words))
        ends = [1 + posts.index(post) for post in relation.posts]
        steps = [(end, label) for end in ends] + [(label, 0)] if relation.above else [(0, label)]
        steps += [] if relation.above else [(label, end) for end in ends]
        headed += [relation.hands_over and end < first for _, end in steps]
        edges += steps
    found = fitted(labels, edges)
    if found.width > BROADEST:
        return Markup()
    styles = ["rb-map__back" if way.back else None for way in found.ways]
    drawn = [
        ways(zip(found.ways, headed, styles, strict=True)),
        *(pill(label, box) for label, box in zip(labels[first:], found.boxes[first:], strict=True)),
        _box(labels[0], found.boxes[0], "rb-map__node rb-map__node--first"),
    ]
    for n, post in enumerate(posts, 1):
        ties = context.t("text.comma").join(relation.words for relation in relations if post in relation.posts)
        drawn.append(_post(post, labels[n], found.boxes[n], f"{ties}{context.t('text.colon')}{post.name}"))
    name = context.t("role.around", title=role.title)
    return svg.drawing(found.width, found.height, *drawn, class_="rb-drawing", role="group", aria_label=name)


def _relations(role: Role, relieves: Sequence[Address], context: PageContext) -> Iterator[_Relation]:
    """Yield what joins others to a post; each stands on one side, so that nothing leads back."""

    def posts(names: Sequence[str]) -> tuple[_Post, ...]:
        return tuple(dict.fromkeys(_named(name, context) for name in names if context.handbook.role(name) is not role))

    t = context.t
    chiefs, below, beside = posts(role.reports_to), posts(role.subordinates), posts(role.works_with)
    relieved, relieving = posts([str(address) for address in relieves]), posts(role.relieved_by)
    over = {*chiefs, *relieved} - {*below}
    for name, some, hands_over in (
        ("role.reports_to", chiefs, None),
        ("role.relieves", relieved, True),
        ("role.works_with", beside, None),
        ("role.subordinates", below, None),
        ("role.relieved_by", relieving, False),
    ):
        for above in (True, False):
            there = tuple(post for post in some if (post in over) == above)
            yield _Relation(t(name), there, above, hands_over=hands_over is above)


def _named(name: str, context: PageContext) -> _Post:
    post = context.handbook.role(name)
    link = context.post(name)
    return _Post(link.text, link.href, post.mark if post else "")


def _box(label: Label, box: Box, style: str) -> Markup:
    return svg.element("g", svg.frame(box.x, box.y, box.width, box.height, 7), words(label, box), class_=style)


def _post(post: _Post, label: Label, box: Box, name: str) -> Markup:
    if not post.href:
        return _box(label, box, "rb-map__plain")
    frame = svg.frame(box.x, box.y, box.width, box.height, 7)
    link = svg.link(post.href, frame, words(label, box), class_="rb-map__node", aria_label=name)
    return link + mark(label, box)
