"""The handbook's pages and files among those of MkDocs."""

from __future__ import annotations

from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from rolebook import theme
from rolebook.build import Built
from rolebook.errors import Message, Problem
from rolebook.load.files import is_source
from rolebook.site import Site
from rolebook.theme.page import HandbookPage
from rolebook.views import page as views
from rolebook.views import paths


def added(
    files: Files, built: Built, site: Site, site_id: str, config: MkDocsConfig, *, preview: bool
) -> list[Problem]:
    """Put what was built among the other files; the YAML itself stays in a preview only.

    Return where an author's own file would be lost to one of ours.
    """
    if not preview:
        for file in [file for file in files if is_source(PurePosixPath(file.src_uri).name)]:
            files.remove(file)
    written = {file.src_uri for file in files}
    home = paths.HOME in {file.dest_uri for file in files}
    doubled: list[Problem] = []
    for page in built.pages:
        if page.path == paths.HOME and home:
            continue  # the author wrote a home page of his own
        if page.markdown in written:
            message = Message("page-twice", other=f"docs/{page.markdown}")
            doubled.append(Problem(f"docs/{page.source}", 0, 0, message))
            continue
        _add(files, page, config)
    taken = {file.dest_uri: file.src_uri for file in files}
    made = (
        *(File.generated(config, path, abs_src_path=str(source)) for path, source in built.assets.items()),
        *(File.generated(config, path, content=content) for path, content in theme.static_files(site.strings, site_id)),
    )
    for file in made:
        if file.dest_uri in taken:
            message = Message("file-made-anew", path=file.dest_uri)
            doubled.append(Problem(f"docs/{taken[file.dest_uri]}", 0, 0, message))
        else:
            files.append(file)
    return doubled


def _add(files: Files, page: views.Page, config: MkDocsConfig) -> HandbookPage:
    inclusion = InclusionLevel.INCLUDED if page.listed else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, page.markdown, content="", inclusion=inclusion)
    file.edit_uri = page.source or None
    files.append(file)
    return HandbookPage(page, file, config)


def completed(files: Files, page: views.Page, config: MkDocsConfig) -> None:
    """Put in a page that could be made whole only now, in the place of what stood for it or beside all others."""
    known = files.get_file_from_path(page.markdown)
    framed = known.page if known else _add(files, page, config)
    assert isinstance(framed, HandbookPage)
    framed.made = page
    framed.read_source(config)
    framed.render(config, files)


def navigation(built: Built, files: Files) -> list[str]:
    """Return the navigation: home, the index of each kind, then the author's own pages."""
    listed = [page.markdown for page in built.pages if page.listed]
    known = {page.markdown for page in built.pages}
    return listed + sorted(file.src_uri for file in files.documentation_pages() if file.src_uri not in known)
