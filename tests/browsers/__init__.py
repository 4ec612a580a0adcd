"""The main ways through the site in old browsers and in those of other makers: `make test-browsers` runs them."""
