"""Tests of rolebook.load."""
