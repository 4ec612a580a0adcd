"""Tests, mirroring generator/rolebook/."""
