"""Runs the program under test: results into a file, trouble into a message, cost beside it."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

COST = Path(__file__).resolve().with_name("cost.py")
ERROR_LINES = 3
ERROR_LENGTH = 300


class Failure(Exception):
    """One collection cannot be measured; the message names the thing. The others still run."""


@dataclass(frozen=True)
class Cost:
    wall: float  # seconds
    cpu: float  # seconds, user and system
    peak_mb: float

    def metrics(self, prefix):
        return {
            f"{prefix}_wall_s": round(self.wall, 3),
            f"{prefix}_cpu_s": round(self.cpu, 3),
            f"{prefix}_peak_mb": round(self.peak_mb, 1),
        }


def last_words(path):
    """The end of what the program said on stderr: the part that names its trouble."""
    with open(path, "rb") as said:
        said.seek(max(0, path.stat().st_size - 4096))
        lines = said.read().decode("utf-8", "replace").replace("\r", "\n").split("\n")
    words = " / ".join([line.strip() for line in lines if line.strip()][-ERROR_LINES:])
    return words[-ERROR_LENGTH:] or "it said nothing on stderr"


def run_command(command, timeout, out, err):
    """Waits for the command, ending it and its children at the timeout. False: it was ended."""
    child = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True)
    try:
        child.wait(timeout)
        return True
    except subprocess.TimeoutExpired:
        return False
    finally:
        if child.returncode is None:  # also when interrupted: no indexer stays behind
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def read_cost(path):
    """(exit status, Cost); no status when the command could not be started at all."""
    if not path.exists():
        return None, None
    status, wall, cpu, peak_kb = path.read_text(encoding="ascii").split()
    return int(status), Cost(float(wall), float(cpu), int(peak_kb) / 1024)


class Program:
    def __init__(self, path, timeout):
        self.path = path
        self.timeout = timeout

    def run(self, arguments, output):
        """Runs `program ARGUMENTS`, results into the file `output`. Gives its Cost, or raises Failure."""
        name = f"'{self.path.name} {arguments[0]}'"
        talk, result = (output.with_name(output.name + end) for end in (".stderr", ".cost"))
        result.unlink(missing_ok=True)
        measured = [sys.executable, "-I", "-S", COST, result, self.path, *arguments]
        with open(output, "wb") as out, open(talk, "wb") as err:
            if not run_command(list(map(str, measured)), self.timeout, out, err):
                raise Failure(f"{name} was ended after {self.timeout:g} s; allow more with --timeout")
        status, cost = read_cost(result)
        if status is None:
            raise Failure(f"{name} did not start: {last_words(talk)}")
        if status != 0:
            how = f"was ended by signal {-status}" if status < 0 else f"ended with exit status {status}"
            raise Failure(f"{name} {how}: {last_words(talk)}")
        return cost
