"""A handbook as its author sees it while he writes: a saved line is on its page at once, a fault above the page.

Two ways lead from a saved file to the browser. The short one, here: the file is read, its record's page made and put
into the site where the old one's lines stood (`page`). The long one, in a process of its own: the whole site, which
also finds what is wrong between records (`whole`). What is served is always a whole site.
"""
