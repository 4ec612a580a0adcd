"""Pure functions from a Handbook to what is built. A view knows no other view but `paths`."""
