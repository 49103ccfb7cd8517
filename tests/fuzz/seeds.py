"""Seeds for the fuzzer: the sample collection, the test pages, and the strings of the test tables."""

import hashlib
import re

LARGEST = 64 << 10
STRING = re.compile(r'(?:R"(\w*)\((.*?)\)\1")|(?:"((?:[^"\\\n]|\\.)*)")', re.DOTALL)
ESCAPES = {"n": b"\n", "t": b"\t", "r": b"\r", "f": b"\f", "0": b"\0", '"': b'"', "\\": b"\\", "'": b"'"}
ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)


def unescaped(text):
    """The bytes a C++ string literal stands for."""
    out, done = b"", 0
    for found in ESCAPE.finditer(text):
        out += text[done:found.start()].encode()
        byte, four, eight, one = found.groups()
        if byte:
            out += bytes([int(byte, 16)])
        elif four or eight:
            out += chr(min(int(four or eight, 16), 0x10FFFF)).encode("utf-8", "replace")
        else:
            out += ESCAPES.get(one, one.encode())
        done = found.end()
    return out + text[done:].encode()


def strings_of(source):
    for found in STRING.finditer(source.read_text(encoding="utf-8")):
        _, raw, plain = found.groups()
        yield raw.encode() if raw is not None else unescaped(plain)


def test_strings(root):
    for room in ("article", "indexer", "searcher"):
        for source in sorted((root / "tests" / room).glob("*_test.cpp")):
            yield from strings_of(source)


def sample_files(root):
    for folder in ("data", "tests/indexer/pages"):
        for file in sorted((root / folder).rglob("*")):
            if file.is_file():
                yield file.read_bytes()


def seeds_of(root, kind):
    if kind in ("files", "texts"):
        yield from (seed for seed in test_strings(root) if len(seed) > 3)
    if kind == "files":
        yield from sample_files(root)
    if kind == "none":
        yield b"broadsheet"


def write_seeds(root, kind, folder):
    """Writes them once into `folder` and gives it."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds_of(root, kind):
        path = folder / hashlib.sha1(seed[:LARGEST]).hexdigest()
        if not path.exists():
            path.write_bytes(seed[:LARGEST])
    return folder
