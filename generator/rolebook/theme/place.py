"""The place a run of MkDocs writes to, and what is told when a site cannot take it."""

from __future__ import annotations

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from rolebook.errors import HandbookError, Message
from rolebook.language import Language
from rolebook.publish import Preview, Publication, Refused, reason

log = get_plugin_logger("rolebook")


class Place:
    """Where one site goes, other builds kept out of it; a preview has a folder of its own.

    From now on MkDocs builds into a folder beside it. Raises PluginError where the site cannot be put there.
    """

    def __init__(self, config: MkDocsConfig, language: Language, *, preview: bool) -> None:
        self.site_dir, self.say = config.site_dir, language.say
        self._open = True
        self.refused: HandbookError | None = None
        """why the run was ended, if it was for problems of the handbook"""
        self._at: Preview | Publication
        try:
            self._at = Preview(config.site_dir) if preview else self._publication(config)
        except Refused as error:
            raise PluginError(self._told(error.message)) from None
        self.files = self._at.files
        """where views put their files, for MkDocs to copy"""
        config.site_dir = str(self._at.staged)

    def publish(self, config: MkDocsConfig) -> None:
        """Put the finished site there, unless MkDocs is about to fail for a warning. Raises PluginError."""
        counters = [found for found in logging.getLogger("mkdocs").handlers if isinstance(found, CountHandler)]
        if not (config.strict and any(counter.get_counts() for counter in counters)):
            try:
                self._at.publish()
            except Refused as error:
                raise PluginError(self._told(error.message)) from None
        config.site_dir = self.site_dir
        self._leave()

    def stopped(self, error: HandbookError) -> PluginError:
        """Return what ends MkDocs' run: all problems, and what has become of the site."""
        self.refused = error
        count = error.say("build-stopped", n=len(error.problems), standing=self._at.standing).text
        return PluginError(f"\n{error}\n\n{count}")

    def fail(self, error: Exception) -> None:
        """Leave nothing half-built; say what the system objects to. Raises Abort where it did."""
        standing = self._leave()
        if isinstance(error, OSError):
            log.error(self._told(Message("build-failed", reason=reason(error), standing=standing)))
            raise Abort("Aborted with an error of the system!") from None

    def interrupt(self) -> None:
        """Do the same where a signal ended a build; one that has ended by itself is told nothing."""
        if self._open:
            log.error(self._told(Message("build-interrupted", standing=self._leave())))

    def _publication(self, config: MkDocsConfig) -> Publication:
        sources = [config.docs_dir, config.config_file_path]
        return Publication(config.site_dir, sources, lambda message: log.info(self._told(message)))

    def _leave(self) -> str:
        """Give up the place; return what has become of the site."""
        self._at.close()
        self._open = False
        return self._at.standing

    def _told(self, message: Message) -> str:
        """Return a message in the handbook's language, its hint behind it."""
        said = message.worded(self.say)
        return f"{said.text}; {said.hint}" if said.hint else said.text
