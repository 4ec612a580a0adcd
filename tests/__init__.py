"""Tests, mirroring generator/."""
