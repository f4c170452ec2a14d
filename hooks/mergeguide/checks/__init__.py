"""What makes a build fail.

``data`` judges ``docs/_data/``, ``pages`` the pages and all that they say, ``site`` a built site.
"""
