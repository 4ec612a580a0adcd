"""The policy of pages: what stands in the frame may run, and nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from rolebook.theme.policy import guarded, policy


def digest(text: str) -> str:
    """Return what a policy calls a script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def rules(text: str) -> dict[str, list[str]]:
    """Return the sources of each directive."""
    return {rule.split()[0]: rule.split()[1:] for rule in text.split("; ")}


def test_scripts_of_the_frame_are_known_by_their_digests() -> None:
    """Once each, in order; files and data are no scripts of the page."""
    frame = '<script>a</script><script src="b.js"></script><script type="application/json">{}</script>'
    found = rules(policy(frame + "<script>甲\n</script><script>a</script>"))
    assert found["script-src"] == ["'self'", digest("a"), digest("甲\n")]
    assert found["style-src"] == ["'self'"]
    assert rules(policy("<style>a {}</style>"))["style-src"] == ["'self'", digest("a {}")]


def test_nothing_else_is_let_in() -> None:
    """No other host, no script in an attribute, no base, no object."""
    found = rules(policy(""))
    assert found["default-src"] == ["'self'"]
    assert found["worker-src"] == found["manifest-src"] == ["'self'"]
    assert found["img-src"] == ["'self'", "data:"]
    assert found["object-src"] == found["base-uri"] == ["'none'"]
    assert "unsafe" not in policy("")
    assert "http" not in policy("")


@pytest.mark.parametrize(
    ("html", "before"),
    [
        ('<html><head>\n <meta charset="utf-8"><title>x', '<html><head>\n <meta charset="utf-8">'),
        ("<HTML><HEAD lang=a><script>", "<HTML><HEAD lang=a>"),
        ("<head><title>x</title><head>", "<head>"),
    ],
)
def test_a_page_says_it_first_of_all(html: str, before: str) -> None:
    """Right behind what says how its letters are written, and once."""
    done = guarded(html, "p 'q'")
    assert done == before + '\n<meta http-equiv="Content-Security-Policy" content="p \'q\'">' + html[len(before) :]


@pytest.mark.whole
def test_every_page_says_one_it_keeps(two_scripts: Path) -> None:
    """Pages of records, hand-written ones, what leads on, what is not found, in both scripts; one for all frames."""
    pages = {path.relative_to(two_scripts).as_posix(): path.read_text("utf-8") for path in two_scripts.rglob("*.html")}
    assert {
        "404.html",
        "about.html",
        "roles/maid.html",
        "zh-Hant/index.html",
        "zh-Hant/roles/maid.html",
    } <= pages.keys()
    framed = set()
    for name, html in pages.items():
        soup = BeautifulSoup(html, "html.parser")
        (said,) = soup.select("meta[http-equiv=Content-Security-Policy]")
        assert soup.select("meta, link, script, style, title").index(said) <= 1, name
        text = str(said["content"])
        assert "unsafe" not in text
        assert not re.search(r"https?:|\*", text)
        found = rules(text)
        allowed = {*found.get("script-src", ()), *found.get("style-src", ())}
        for inline in soup.select("script:not([src]):not([type]), style"):
            assert digest(inline.string or "") in allowed, name
        assert soup.select("[style]") == [], name
        assert not [tag for tag in soup.find_all(True) if any(key.startswith("on") for key in tag.attrs)], name
        if not name.endswith(("404.html", "/maid.html")):
            framed.add(text)
    assert len(framed) == 1
