"""Rolebook: job descriptions, call scripts, standards and checklists as one static site."""
