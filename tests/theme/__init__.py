"""Mirrors generator/rolebook/theme."""
