"""The guide's logic: data, letters, checks. It does not import MkDocs, so it can be used without it.

``hooks/README.md`` maps the files. Everything here is plain functions over plain values;
the hooks beside this package only hand them what MkDocs knows.
"""
