"""Which form an event asks for, beside forms that it might as well be."""

from __future__ import annotations

from rolebook.bank.bank import make
from rolebook.bank.question import Question
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from tests.records import record, role


def forms(line: str, *titles: str) -> list[Question]:
    """Return the questions which form a line of a post names, in a handbook with these."""
    records = [record(f"forms/f{n}", title=title, fields=[{"label": "日期"}]) for n, title in enumerate(titles)]
    handbook = Handbook([role("desk", line, title="前台"), *records], language=language("zh"))
    return [question for question in make(handbook, Strings("zh")).questions if question.kind == "form"]


def test_it_is_said() -> None:
    """Its name is recalled, with the line that names it, and never picked."""
    (question,) = forms("当天写进《值班登记表》交给领班", "出门证", "维修单", "值班登记表", "投诉登记表")
    assert question.stem == "按手册原文，横线处应是哪一种表单？\n“当天写进＿＿＿＿交给领班”"
    assert [option.text for option in question.options] == ["《值班登记表》"]
    assert question.answering == "recall"


def test_what_the_line_tells_by_itself_is_not_asked() -> None:
    """Whoever is told that it is a visit, and what is recorded of it, knows the name."""
    assert forms("客户回访的结果当天作回访记录，写进《回访记录》交给领班", "回访记录", "维修单") == []
    assert len(forms("当天写进《回访记录》交给领班", "回访记录", "维修单")) == 1


def test_forms_that_are_counted_up_are_all_said() -> None:
    """One of two is not the only right one."""
    (question,) = forms("关门后填好《盘点单》、《冷柜记录》交给店长", "盘点单", "冷柜记录", "维修单")
    assert question.stem == "按手册原文，横线处应是哪 2 种表单？\n“关门后填好＿＿＿＿交给店长”"
    assert [option.text for option in question.options] == ["《盘点单》", "《冷柜记录》"]
    assert question.answering == "list"
    assert forms("先填《盘点单》再交《冷柜记录》给店长", "盘点单", "冷柜记录") == []


def test_of_a_long_sentence_the_clause_is_quoted() -> None:
    """What follows is no help."""
    rest = "，".join(["擦净台面和地面", "收好餐具和托盘", "关掉烤箱和冰柜", "锁好前门和后门", "清点零钱和备用金"] * 2)
    (question,) = forms(f"当班领班写好《盘点单》交给店长过目，{rest}", "盘点单", "维修单")
    assert question.stem.endswith("\n“当班领班写好＿＿＿＿交给店长过目”")


def test_the_form_of_a_step() -> None:
    """The first that it fills."""
    steps = [{"title": "受理", "items": ["听顾客说。"], "fills": ["f1"]}, {"title": "答复", "items": ["打电话。"]}]
    procedure = record("procedures/x", title="流程", steps=steps)
    form = record("forms/f1", title="投诉登记表", fields=[{"label": "日期"}])
    questions = make(Handbook([procedure, form], language=language("zh")), Strings("zh")).questions
    assert [(q.stem, q.keyed[0].text) for q in questions if q.kind == "form"] == [
        ("“流程”的“受理”这一步填写哪一种表单？", "《投诉登记表》")
    ]
