"""Tests of rolebook.views."""
