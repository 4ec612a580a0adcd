"""The handbook as data: what every record has, its lines and numbers, and what must hold between records."""
