"""Drawings: where boxes and lines stand, worked out when the site is built, and SVG of it; no record, no page."""
