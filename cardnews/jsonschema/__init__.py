"""The JSON Schema (2020-12) of scripts, for editors: built from the definitions that the reader itself goes by."""

from __future__ import annotations

from cardnews.jsonschema.script import SCHEMA_FILE, modeline, schema_text, script_schema

__all__ = ["SCHEMA_FILE", "modeline", "schema_text", "script_schema"]
