"""Calls the scoring scripts that lie beside the collections, each in a process of its own.

They are run where they are and never copied, so that a collection is always scored by the rules it
came with.
"""

import json
import subprocess
import sys

from program import Failure


class Scorers:
    def __init__(self, folder, timeout):
        self.folder = folder
        self.timeout = timeout

    def score(self, script, gold, predicted, *options):
        """The script's metrics, as it prints them with --json."""
        path = self.folder / script
        if not path.is_file():
            raise Failure(f"no scorer at {path}; it belongs beside the collections")
        command = [sys.executable, "-B", path, gold, predicted, *options, "--json"]
        try:
            done = subprocess.run(
                list(map(str, command)), timeout=self.timeout,
                capture_output=True, text=True, encoding="utf-8", check=False)
        except subprocess.TimeoutExpired as error:
            raise Failure(f"{script} was ended after {self.timeout:g} s") from error
        if done.returncode != 0:
            said = done.stderr.strip().split("\n")[-1]
            raise Failure(f"{script} ended with exit status {done.returncode}: {said}")
        try:
            return json.loads(done.stdout)
        except ValueError as error:
            raise Failure(f"{script} printed no JSON: {done.stdout[:80]!r}") from error
