"""Validates XML files against an XSD schema with lxml.

    python tests/validate_xml.py SCHEMA FILE...

Prints a line per violation, and nothing where all is valid. Reads local files only.
"""

import sys
from pathlib import Path

from lxml import etree


def main() -> int:
    # Nothing is fetched, and codes may be nested as deeply as people like.
    parser = etree.XMLParser(no_network=True, resolve_entities=False, huge_tree=True)
    schema = etree.XMLSchema(etree.parse(sys.argv[1], parser))
    violations = [line for path in sys.argv[2:] for line in violations_in(Path(path), schema, parser)]
    for line in violations:
        print(line)
    return 1 if violations else 0


def violations_in(path: Path, schema: etree.XMLSchema, parser: etree.XMLParser) -> list[str]:
    try:
        document = etree.parse(str(path), parser)
    except etree.XMLSyntaxError as error:
        return [f"{path.name}: {error}"]
    schema.validate(document)
    return [f"{path.name}:{error.line}: {error.message}" for error in schema.error_log]


if __name__ == "__main__":
    sys.exit(main())
