"""Tests of rolebook.model."""
