"""Builds beside each other, after each other, and into folders that are not only theirs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands import build
from mkdocs.config import load_config

from rolebook.publish.lock import Lock
from tests.publish.project import ENV, MKDOCS, State, beside, run
from tests.test_plugin import break_role, digests

pytestmark = pytest.mark.whole

IMPATIENT = "from rolebook import publish; publish.WAIT = 0.2; from mkdocs.__main__ import cli; cli()"


def test_two_builds_at_once(state: State) -> None:
    """Each is whole when it is done, and so is the site."""
    project, _, new = state
    builds = [subprocess.Popen([*MKDOCS, "build", "-q"], cwd=project, env=ENV) for _ in range(3)]
    assert [build.wait() for build in builds] == [0, 0, 0]
    assert (digests(project / "site"), beside(project)) == (new, [])


def test_a_second_build_waits(state: State) -> None:
    """It says so, and goes on when the first is done."""
    project, old, new = state
    lock = Lock(project / "site.rolebook-lock", 0, lambda: None)
    with subprocess.Popen([*MKDOCS, "build"], cwd=project, env=ENV, stderr=subprocess.PIPE, text=True) as second:
        assert second.stderr
        told = next(line for line in second.stderr if "another build" in line)
        assert f"another build is writing {project / 'site'}; waiting for it" in told
        assert digests(project / "site") == old
        lock.release()
        second.communicate()
    assert (second.returncode, digests(project / "site")) == (0, new)


def test_a_second_build_is_refused_in_the_end(state: State) -> None:
    """In one line, and having changed nothing."""
    project, old, _ = state
    lock = Lock(project / "site.rolebook-lock", 0, lambda: None)
    refused = run(project, "-q", command=(sys.executable, "-c", IMPATIENT))
    lock.release()
    assert refused.returncode == 1
    assert f"another build is still writing {project / 'site'}; build again when it is done" in refused.stderr
    assert "Traceback" not in refused.stderr + refused.stdout
    assert (digests(project / "site"), beside(project)) == (old, [])


def test_a_site_that_is_a_link_and_a_repository(state: State) -> None:
    """Again and again."""
    project, _, new = state
    (project / "site").rename(project / "elsewhere")
    (project / "site").symlink_to("elsewhere")
    kept = {"CNAME": "handbook.example.org", ".nojekyll": "", ".git/HEAD": "ref: refs/heads/pages"}
    for name, text in kept.items():
        (project / "elsewhere" / name).parent.mkdir(exist_ok=True)
        (project / "elsewhere" / name).write_text(text, "utf-8")
    (project / "elsewhere" / "stray.html").write_text("", "utf-8")
    for _ in range(2):
        assert run(project, "-q").returncode == 0
        assert (project / "site").is_symlink()
        assert {name: (project / "site" / name).read_text("utf-8") for name in kept} == kept
        assert {name: text for name, text in digests(project / "elsewhere").items() if name not in kept} == new


def test_a_failing_build_after_a_kill_between_two_renames(state: State) -> None:
    """The old site is put back first; then it is true that it was not changed."""
    project, old, _ = state
    (project / "site").rename(project / "site.rolebook-old")
    break_role(project)
    failed = run(project, "-q")
    assert failed.returncode == 1
    assert "1 problem; the site was not changed." in failed.stderr
    assert (digests(project / "site"), beside(project)) == (old, [])


def test_where_there_was_no_site(state: State) -> None:
    """None was changed, and none is made."""
    project, _, _ = state
    shutil.rmtree(project / "site")
    break_role(project)
    failed = run(project, "-q")
    assert "1 problem; there was no site, and none was made." in failed.stderr
    assert not (project / "site").exists()


def test_a_build_that_is_strict_changes_nothing_for_a_warning(state: State) -> None:
    """MkDocs says it only when all is built."""
    project, old, _ = state
    warning = "import logging\ndef on_env(*_, **__):\n    logging.getLogger('mkdocs.plugins').warning('hm')\n"
    (project / "hook.py").write_text(warning, "utf-8")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "\nhooks: [hook.py]\n", "utf-8")
    failed = run(project, "--strict")
    assert failed.returncode == 1
    assert "Aborted with 1 warnings in strict mode" in failed.stdout + failed.stderr
    assert (digests(project / "site"), beside(project)) == (old, [])


def test_what_other_plugins_write_last_is_published(state: State) -> None:
    """And who deploys finds the site where he asked for it."""
    project, _, _ = state
    hook = "from pathlib import Path\ndef on_post_build(config):\n    Path(config.site_dir, 'last.txt').touch()\n"
    (project / "hook.py").write_text(hook, "utf-8")
    config_file = project / "mkdocs.yml"
    config_file.write_text(config_file.read_text("utf-8") + "\nhooks: [hook.py]\n", "utf-8")
    config = load_config(str(config_file))
    build.build(config)
    assert config.site_dir == str(project / "site")
    assert (project / "site" / "last.txt").is_file()


def test_another_plugin_that_fails_last_changes_nothing(state: State) -> None:
    """The site is put in place after all of them."""
    project, old, _ = state
    (project / "hook.py").write_text("def on_post_build(config):\n    open('missing')\n", "utf-8")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "\nhooks: [hook.py]\n", "utf-8")
    failed = run(project, "-q")
    assert failed.returncode == 1
    assert "the build stopped: No such file or directory: missing; the site was not changed" in failed.stderr
    assert (digests(project / "site"), beside(project)) == (old, [])


def with_sheets(project: Path) -> Path:
    """Let a project make sheets to print; return the folder in which they are kept."""
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("posters: false", "posters: true"), "utf-8")
    return project / ".rolebook" / "cache" / "posters"


def test_kept_sheets_that_are_damaged_are_made_anew(state: State) -> None:
    """Cut short, empty, or nothing of ours."""
    project, _, _ = state
    cache = with_sheets(project)
    assert run(project, "-q").returncode == 0
    before, kept = digests(project / "site"), sorted(cache.iterdir())
    whole = {path: path.read_bytes() for path in kept}
    for path, damage in zip(kept, [b"", whole[kept[1]][:-100], b"[]\n%PDF", whole[kept[0]]], strict=False):
        path.write_bytes(damage)
    assert run(project, "-q").returncode == 0
    assert digests(project / "site") == before
    assert {path: path.read_bytes() for path in sorted(cache.iterdir())} == whole


def test_sheets_that_cannot_be_kept_are_made_all_the_same(state: State) -> None:
    """With one line that says so, which is no warning: a strict build succeeds."""
    project, _, _ = state
    cache = with_sheets(project)
    shutil.rmtree(cache, ignore_errors=True)
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_text("in the way", "utf-8")
    done = run(project, "--strict")
    assert done.returncode == 0, done.stderr
    assert done.stderr.count(f"nothing more is kept for the next build: {cache}: ") == 1
    assert list((project / "site" / "posters").rglob("*.pdf"))


def test_a_preview_takes_no_lock_and_makes_nothing_beside_the_site(state: State, tmp_path: Path) -> None:
    """It goes on while a build runs, shows sheets, and stays as it was where a change is at fault."""
    project, old, _ = state
    with_sheets(project)
    lock = Lock(project / "site.rolebook-lock", 0, lambda: None)
    shown = tmp_path / "shown"
    shown.mkdir()

    def preview() -> None:
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(shown))
        config.plugins.on_startup(command="serve", dirty=False)
        build.build(config, serve_url="http://127.0.0.1:8000/")

    preview()
    assert list((shown / "posters").rglob("*.pdf"))
    before = digests(shown)
    break_role(project)
    with pytest.raises(SystemExit):
        preview()
    assert digests(shown) == before
    lock.release()
    assert (digests(project / "site"), beside(project), beside(tmp_path)) == (old, [], [])
