"""Tests of the kinds of records."""
