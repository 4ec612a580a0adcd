"""What a page may load and run, said in the page itself, so that it holds on any server and from disk.

Nothing comes from another host, and no script stands in a page but the theme's own few, which are known by their
digests. So what an author pasted cannot run, whatever way it took into a page.
"""

from __future__ import annotations

import base64
import hashlib
import re

_RULES = (
    "default-src 'self'",
    "script-src 'self'{scripts}",
    "style-src 'self'{styles}",
    "img-src 'self' data:",  # Material's icons are pictures within its style sheet
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri {base}",
    "form-action 'self'",
)
_INLINE = r"<{tag}(?![^>]*\s(?:src|type)\s*=)[^>]*>(.*?)</{tag}\s*>"
_SCRIPT, _STYLE = (re.compile(_INLINE.format(tag=tag), re.I | re.S) for tag in ("script", "style"))
_HEAD = re.compile(r"<head(?:\s[^>]*)?>(?:\s*<meta charset=[^>]*>)?", re.I)


def policy(frame: str, *, base: str = "'none'") -> str:
    """Return the policy of pages with this frame: HTML in which nothing but texts is an author's.

    `base` is where a page may lead its own links from; none but that for what is not found does.
    """
    scripts, styles = ("".join(map(_source, dict.fromkeys(kind.findall(frame)))) for kind in (_SCRIPT, _STYLE))
    return "; ".join(_RULES).format(scripts=scripts, styles=styles, base=base)


def guarded(html: str, policy: str) -> str:
    """Return a page that says its policy, before anything that it holds for."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _HEAD.sub(lambda match: f"{match[0]}\n{meta}", html, count=1)


def _source(text: str) -> str:
    """Return what a policy calls a script or style that stands in the page."""
    return f" 'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
