#!/usr/bin/env python3
"""Reads every #include and checks it against the arrows of docs/ARCHITECTURE.md.

A room may include itself and the rooms it points at; heavy or private libraries only where
the table says. Prints every breach; exit 1 when there is one.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ARROWS = {
    "article": set(),
    "schema": {"article"},
    "indexer": {"schema", "article"},
    "searcher": {"schema", "article"},
    "web": {"searcher", "article"},
    "cli": {"web", "searcher", "indexer", "article"},
}
# Header (or its folder) => the rooms that may include it.
LIBRARIES = {
    "xapian.h": {"schema", "indexer", "searcher"},
    "httplib.h": {"web"},
    "gumbo.h": {"indexer"},
    "zlib.h": {"indexer"},
    "libdeflate.h": {"indexer"},
    "bzlib.h": {"indexer"},
    "lzma.h": {"indexer"},
    "brotli/": {"indexer"},
    "archive.h": {"indexer"},
    "zstd.h": {"schema", "indexer"},
    "regex": set(),
    "gtest/": set(),
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.M)


def breaches(room, path, text):
    for mark, name in INCLUDE.findall(text):
        if mark == '"':
            target = name.split("/")[0]
            if target not in ARROWS:
                yield f'{path}: "{name}" does not name its room'
            elif target != room and target not in ARROWS[room]:
                yield f"{path}: {room} must not include {name}"
            elif not (ROOT / name).is_file():
                yield f"{path}: there is no {name}"
        for library, rooms in LIBRARIES.items():
            named = name == library or (library.endswith("/") and name.startswith(library))
            if mark == "<" and named and room not in rooms:
                yield f"{path}: {room} must not include <{name}>"


def main():
    found = []
    files = 0
    for room in ARROWS:
        for path in sorted((ROOT / room).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                files += 1
                found += breaches(room, path.relative_to(ROOT), path.read_text(encoding="utf-8"))
    # The check itself must be able to fail.
    assert list(breaches("article", "x", '#include "schema/codec.h"\n'))
    assert list(breaches("web", "x", "#include <xapian.h>\n"))
    for line in found:
        print(line)
    print(f"{files} files, {len(found)} breaches")
    return 1 if found or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
