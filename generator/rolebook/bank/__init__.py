"""Questions as domain: how each kind is made, how options are chosen, what makes a bank fair."""
