"""Every kind of damage and of harmless edit: importing their modules declares them."""

import harmless_in_data
import harmless_in_folders
import harmless_on_pages
import mutations_of_data
import mutations_of_files
import mutations_of_pages
from harmless import HARMLESS
from mutations import KINDS

__all__ = ["DECLARED", "HARMLESS", "KINDS"]
DECLARED = (
    mutations_of_data,
    mutations_of_pages,
    mutations_of_files,
    harmless_in_data,
    harmless_on_pages,
    harmless_in_folders,
)
"""The modules that declare them."""
