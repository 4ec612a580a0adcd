"""What makes a site a program on a device: its manifest, its pictures, and the worker or what takes it away."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from PIL import Image

from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from rolebook.site import Site
from rolebook.views import app

HANDBOOK = Handbook(())
GREEN, WHITE = (0x0F, 0x52, 0x57), (255, 255, 255)


def made(**values: Any) -> dict[str, bytes]:
    """Return the files of a site."""
    return dict(app.files(HANDBOOK, Site(**values)))


def picture(content: bytes) -> Image.Image:
    """Return a picture."""
    return Image.open(io.BytesIO(content)).convert("RGBA")


def test_the_manifest_names_the_site() -> None:
    """In the script of its readers, and short where an icon has no room; where it leads to is seen from itself."""
    site = {"name": "某某物业服务有限公司岗位手册", "strings": Strings("zh-Hant"), "rewrite": lambda text: f"繁{text}"}
    said = json.loads(made(**site)["manifest.webmanifest"])
    assert said["name"] == "繁某某物业服务有限公司岗位手册"
    assert said["short_name"] == "繁某某物业服务有限公司岗"
    assert said["lang"] == "zh-Hant"
    assert (said["start_url"], said["scope"], said["display"]) == ("index.html", "./", "standalone")


def test_pictures_are_as_large_as_the_manifest_says() -> None:
    """Round ones, and one that fills its square for a device to cut."""
    files = made(name="岗位手册")
    for icon in json.loads(files["manifest.webmanifest"])["icons"]:
        found = picture(files[icon["src"]])
        assert f"{found.width}x{found.height}" == icon["sizes"]
        corner = found.getpixel((0, 0))
        assert corner == (*GREEN, 255) if icon.get("purpose") == "maskable" else corner[3] == 0  # type: ignore[index]


def inked(content: bytes) -> list[tuple[int, int]]:
    """Return where a picture has what is neither its ground nor nothing."""
    found = picture(content)
    pixels = found.load()
    assert pixels is not None
    every = ((x, y) for x in range(found.width) for y in range(found.height))
    return [(x, y) for x, y in every if pixels[x, y] == (*WHITE, 255)]


@pytest.mark.parametrize("name", ["岗位手册", "Kestrel Bay", "《手册》", "…"])
def test_a_picture_shows_a_letter_of_the_name_in_its_middle(name: str) -> None:
    """Or lines, where the name has none. What a device cuts off at the edges has none of it."""
    files = made(name=name)
    for path, size in (("icon-192.png", 192), ("icon-maskable.png", 512)):
        found = inked(files[f"assets/rolebook/{path}"])
        assert len(found) > size
        left, right = min(x for x, _ in found), max(x for x, _ in found)
        top, bottom = min(y for _, y in found), max(y for _, y in found)
        assert min(left, top, size - right, size - bottom) >= size * (0.2 if size == 512 else 0.1)
    assert files == made(name=name)


def test_another_letter_is_another_picture() -> None:
    """Two handbooks on one phone are told apart."""
    pictures = {made(name=name)["assets/rolebook/icon-192.png"] for name in ("岗位手册", "员工手册", "…")}
    assert len(pictures) == 3


def test_a_site_below_another_has_no_worker_of_its_own() -> None:
    """The one above answers for it."""
    assert "rolebook-worker.js" in made()
    assert "rolebook-worker.js" not in made(below=True)


def test_switched_off_there_is_only_what_takes_the_worker_away() -> None:
    """And no page for what is not kept."""
    files = made(offline=False)
    assert list(files) == ["rolebook-worker.js"]
    assert b"registration.unregister" in files["rolebook-worker.js"]
    assert b"registration.unregister" not in made()["rolebook-worker.js"]
    assert [page.path for page in app.pages(HANDBOOK, Site())] == ["offline.html"]
    assert [*app.pages(HANDBOOK, Site(offline=False))] == []
