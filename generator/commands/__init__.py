"""One command of `rolebook` a module; cli.py registers them."""
