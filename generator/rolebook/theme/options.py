"""Options of the plugin in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config import base, config_options

from rolebook.language import DEFAULT
from rolebook.site import SITE_ID


class SiteId(config_options.OptionallyRequired[str]):
    """What names a handbook on the devices that keep something of it; "" where the author gives no name."""

    def __init__(self) -> None:
        super().__init__(default="")

    def run_validation(self, value: object) -> str:
        """Return the name. Raises ValidationError for one that cannot stand in a key of browser storage."""
        if isinstance(value, str) and (not value or SITE_ID.fullmatch(value)):
            return value
        raise base.ValidationError(f"{value!r} names no site: write up to 64 letters, digits and hyphens, in quotes")


class RolebookConfig(base.Config):  # type: ignore[no-untyped-call]  # mkdocs' own hook is untyped
    """Options of the plugin in mkdocs.yml. What they may be is told with the handbook's faults (load/settings.py)."""

    language = config_options.Type(str, default=DEFAULT)
    """the language of the interface; where the author sets only that of the theme, it is that one"""
    posters = config_options.Type(bool, default=True)
    """whether the sheets to print (PDF) are made"""
    quizzes = config_options.Type(bool, default=True)
    """whether quizzes are made from the lines"""
    quiz_lint = config_options.Type(str, default="error")
    """what an unfair or a missing question does: it stops the build, it is told, or nobody looks"""
    site_id = SiteId()
    """names what is kept on a device, so that a moved site loses nothing; never change it"""
    offline = config_options.Type(bool, default=True)
    """whether devices keep the site, so that it opens without a network; never in a preview"""
    variants = config_options.Type(list, default=[])
    """other scripts the site is shown in too, each in a folder of its own: zh-Hant, or {zh-Hant: {"name": "name"}}"""
