"""Tests of generator.views."""
