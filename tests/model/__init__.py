"""Tests of generator.model."""
