"""What the shipped handbook says of the document it was made from; who changes the handbook may change this."""
