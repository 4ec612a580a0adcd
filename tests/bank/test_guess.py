"""The bounds of chance, and what each way of guessing takes."""

from __future__ import annotations

from math import comb

from hypothesis import given
from hypothesis import strategies as st

from rolebook.bank import guess, notation
from rolebook.language import language

CHINESE = language("zh")


@given(st.integers(1, 60), st.sampled_from([1 / 2, 1 / 3, 1 / 4]))
def test_bound_is_the_binomial_quantile(n: int, p: float) -> None:
    """The bound is the least number of hits that chance stays within 99 times in 100."""
    bound = guess.bound([p] * n)
    below = [sum(comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(hits + 1)) for hits in (bound - 1, bound)]
    assert below[0] < 0.99 <= below[1] + 1e-12


def test_bound_of_unlike_chances() -> None:
    """Questions of two and of three options are counted each with its own chance."""
    chances = [1 / 2] * 10 + [1 / 3] * 10
    spread = [1.0]
    for p in chances:
        spread = [a * (1 - p) + b * p for a, b in zip([*spread, 0.0], [0.0, *spread], strict=True)]
    assert sum(spread[: guess.bound(chances) + 1]) >= 0.99 > sum(spread[: guess.bound(chances)])


def test_bound_of_many_is_near_the_exact_one() -> None:
    """Beyond the exact range the approximation is no laxer than one hit."""
    exact = guess.bound([1 / 3] * 400)
    assert abs(guess.bound([1 / 3] * 401) - exact) <= 2


def _middle(*texts: str) -> guess.Picked:
    return guess.middle([guess.number(text, CHINESE) for text in texts])


def test_middle_number() -> None:
    """The middle of three numbers in any notation; none where two are equal or one is no number."""
    assert _middle("三步", "一步", "两步") == (2,)
    assert _middle("08:38", "08:28", "08:18") == (1,)
    assert _middle("一步", "1步", "两步") == ()
    assert _middle("每日", "吧台", "两步") == ()


def test_a_strategy_that_cannot_tell_is_mute() -> None:
    """Options of one length tell nothing by length, and a mute strategy hits by chance."""
    assert guess.picks("", ["甲乙", "丙丁", "戊己"], {}, [0, 0, 0], CHINESE)["longest"] == ()
    assert guess.hit((), 0, 4) == 1 / 4
    assert guess.hit((0, 2), 2, 3) == 1 / 2


def test_what_each_strategy_takes() -> None:
    """Of three options in the order they are shown."""
    expected = {
        "first": (0,),
        "last": (2,),
        "longest": (1,),
        "shortest": (0, 2),
        "overlap": (1, 2),
        "overlap in pairs": (1,),
        "middle": (),
        "smallest": (),
        "alike": (1, 2),
        "odd": (0,),
        "frequent": (2,),
        "rare": (0,),
        "keyed": (0,),
    }
    seen = {"甲乙": 1, "丁戊己": 2, "戊丁": 3}
    assert guess.picks("在丁戊", ["甲乙", "丁戊己", "戊丁"], seen, [2, 0, 1], CHINESE) == expected


@given(st.lists(st.integers(0, 3), min_size=2, max_size=4))
def test_share_is_what_a_hit_of_the_greatest_is(values: list[int]) -> None:
    """The short way and the long one agree on how likely the key is found."""
    assert guess.share(values[0], values[1:]) == guess.hit(guess.greatest(values), 0, len(values))


def test_numbers_are_written_as_the_line_writes_them() -> None:
    """Wrong numbers keep the notation of the right one."""
    expected = {
        "两步": ["三步", "一步", "四步", "五步", "六步"],
        "30度": ["40度", "20度", "50度", "15度", "60度", "12度", "80度", "10度"],
        "三分之一": ["四分之一", "二分之一", "三分之二"],
        "七分满": ["六分满", "八分满", "五分满", "九分满", "四分满", "三分满", "二分满", "一分满"],
        "半小时": ["一小时", "两小时", "三小时"],
        "午时": ["巳时", "未时", "申时", "辰时", "酉时"],
        "08:28": ["08:38", "08:18", "08:33", "08:23", "08:48", "08:08"],
        "每日": ["每周", "每月", "每季", "每年"],
        "100%": ["90%", "80%", "95%"],
        "99.9%": ["100.0%", "99.8%", "99.7%", "99.6%"],
        "1.5米": ["2.0米", "1.0米", "2.5米", "0.5米", "3.0米"],
        "十五分钟": ["二十分钟", "十分钟", "三十分钟", "五分钟", "四十五分钟", "三分钟", "六十分钟", "两分钟"],
        "5层": ["6层", "4层", "8层", "3层", "10层", "2层", "12层", "1层"],
        "1500元": ["2000元", "1000元", "3000元", "800元", "5000元", "500元", "8000元", "300元"],
        "百分之五": ["百分之十", "百分之三", "百分之十五", "百分之二", "百分之二十", "百分之一", "百分之二十五"],
        "8:30": ["9:00", "8:00", "8:45", "8:15", "9:30", "7:30"],
        "00:10": ["00:20", "00:00", "00:15", "00:05", "00:30", "23:50"],
        "8点半": ["9点半", "7点半", "10点半"],
        "FN+F3": ["FN+F4", "FN+F2", "FN+F5", "FN+F1", "FN+F6", "FN+F8"],
    }
    assert {own: list(notation.others(own, CHINESE)) for own in expected} == expected


@given(st.integers(1, 99), st.sampled_from(["步", "天", "个", "次", "名"]))
def test_wrong_numbers_are_wrong(value: int, unit: str) -> None:
    """No wrong number is the right one, and none stands twice."""
    own = CHINESE.writing.words(value, counted=True) + unit
    others = list(notation.others(own, CHINESE))
    assert own not in others
    assert len(set(others)) == len(others)
    assert all(guess.number(other, CHINESE) != value for other in others)
