"""Whether the tests would notice: the program with a fault put into it, again and again."""
