"""The guide's thinking: data, letters, checks. It imports no MkDocs, so that it outlives it.

``hooks/README.md`` maps the files. Everything here is plain functions over plain values;
the hooks beside this package only hand them what MkDocs knows.
"""
