"""What the tests of quizzes share: where the pages are, and answering a question as a learner does."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

ROLE = "quizzes/roles/bar-attendant.html"
FIRST_WEEK = "quizzes/first-week.html"
"""One choice, several, matching, from memory."""
RECEPTION = "quizzes/reception.html"
"""One choice, several, a number, ordering."""
KINDS = {
    "single": FIRST_WEEK,
    "several": FIRST_WEEK,
    "match": FIRST_WEEK,
    "recall": FIRST_WEEK,
    "number": RECEPTION,
    "order": RECEPTION,
}
REVIEW = "quizzes/review.html"
EXAM = "quizzes/exam.html"
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('blocked') }})"
ENTRY = "rb-quiz .rb-quiz-entry"


def begin(page: Page, address: str) -> None:
    """Open a quiz and begin all of it, or today's questions where those are all."""
    page.goto(address)
    page.locator(f"{ENTRY} button").last.click()
    read(page)


def start(page: Page) -> None:
    """Begin today's questions about a record, whose page is open."""
    page.locator(f"{ENTRY} button").first.click()
    read(page)


def read(page: Page) -> None:
    """Read the new lines that are shown before a question is asked."""
    page.locator(".rb-card-stem").wait_for()
    while (learnt := page.locator(".rb-learnt")).count():
        learnt.click()


def asked(page: Page) -> dict[str, Any]:
    """Return the question that is shown."""
    return dict(
        page.locator("rb-question").evaluate(
            """e => ({id: e.question.id, answering: e.question.answering, key: e.question.key,
                      ids: e.question.options.map(o => o.id), texts: e.question.options.map(o => o.text)})"""
        )
    )


def answer(page: Page, *, right: bool) -> None:
    """Answer the question that is shown by keyboard, and check it; in an exam there is nothing to check."""
    question = asked(page)
    ids, key = question["ids"], question["key"]
    match question["answering"]:
        case "single":
            page.keyboard.press(str(next(n for n, id in enumerate(ids, 1) if (id in key) == right)))
        case "several":
            for n, id in enumerate(ids, 1):
                if (id in key) == (right or n > 1):
                    page.keyboard.press(str(n))
            if page.locator(".rb-check").count():
                page.keyboard.press("Enter")
        case "number" | "typed":
            said = question["texts"][ids.index(key[0])]
            fields = page.locator("input[name=typed]").all()
            for field, number in zip(fields, said.split("；") if len(fields) > 1 else [said], strict=True):
                field.fill(number if right else "999")
        case "recall":
            page.locator(".rb-show").click()
            page.keyboard.press("1" if right else "2")
        case "list":
            page.locator(".rb-show").click()
            if not right:
                page.keyboard.press("1")
        case _:
            arrange(page, key if right else [*key[1:], key[0]])
    check = page.locator(".rb-check, .rb-typed-form button")
    if check.count():
        check.click()


def arrange(page: Page, wanted: list[str]) -> None:
    """Bring the items into an order by the arrow keys."""
    for place, id in enumerate(wanted):
        rows = page.locator(".rb-reorder__row").evaluate_all("rows => rows.map(row => row.dataset.id)")
        button = page.locator(f".rb-reorder__row[data-id='{id}'] [data-way=up]")
        for _ in range(rows.index(id) - place):
            button.press("ArrowUp")
            expect(button).to_be_focused()


def onward(page: Page) -> None:
    """Go on from an answer, past the new lines that come before the next question."""
    page.locator(".rb-onward").click()
    if page.locator(".rb-learnt").count():
        read(page)


def reach(page: Page, base: str, answering: str) -> dict[str, Any]:
    """Answer until a question of that way of answering is shown, and return it."""
    begin(page, base + KINDS[answering])
    while (question := asked(page))["answering"] != answering:
        answer(page, right=True)
        onward(page)
    return question


def choose(page: Page, *titles: str) -> None:
    """Tick what to be quizzed on."""
    summary = page.locator(".rb-choose > summary")
    summary.wait_for()
    if page.locator(".rb-choose:not([open])").count():
        summary.click()
    for title in titles:
        page.locator(".rb-choose").get_by_label(title, exact=True).check()


def skip_to_single(page: Page) -> None:
    """Skip questions of an exam until one has a single answer to choose."""
    while asked(page)["answering"] != "single":
        page.get_by_role("button", name="跳过").click()


def begin_exam(page: Page, address: str, *, count: int, minutes: int | None = None) -> None:
    """Begin a mixed exam about two posts."""
    page.goto(address)
    choose(page, "吧台岗客服员", "前厅岗客服员")
    page.locator("input[name=count]").fill(str(count))
    page.locator("input[name=seed]").fill("A-1")
    if minutes:
        page.locator("input[name=minutes]").fill(str(minutes))
    page.get_by_role("button", name="开始考试").click()
    page.locator(".rb-card-stem").wait_for()


def asked_in_exam(page: Page) -> list[str]:
    """Return the ids of the questions of the exam that runs."""
    return [str(id) for id in page.locator("rb-sitting").evaluate("e => e.questions.map(q => q.id)")]
