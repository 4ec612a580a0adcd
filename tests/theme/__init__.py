"""Mirrors generator/theme."""
