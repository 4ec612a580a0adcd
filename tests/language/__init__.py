"""Mirrors generator/rolebook/language."""
