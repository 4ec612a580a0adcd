"""Mirrors generator/rolebook/bank."""
