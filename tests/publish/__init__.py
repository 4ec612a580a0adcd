"""Mirrors generator/rolebook/publish."""
