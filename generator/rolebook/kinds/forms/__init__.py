"""Forms: sheets to fill, and documents that lines only name."""

from __future__ import annotations

from rolebook.kinds.forms.model import Form
from rolebook.kinds.forms.page import extent, page
from rolebook.kinds.forms.sheet import form
from rolebook.kinds.kind import Kind

FORMS = Kind(
    Form,
    page=page,
    extent=extent,
    untitled={"fields": "form.fields"},
    sheet=form,
    printed=lambda form: not form.document,
    labels=True,
    also=lambda form: {field.anchor: field.choices for field in form.fields},
)
