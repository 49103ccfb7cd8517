"""Runs one command and writes down what it cost: cost.py RESULT COMMAND...

RESULT gets one line: exit status (negative: the signal), wall seconds, CPU seconds, peak kilobytes.
CPU and memory are the kernel's figures for that child (wait4), threads and waited-for children
included. It is a process of its own because Linux carries the parent's peak memory over into the
child's at exec: beneath this small parent the floor is about 10 MB and always the same.
"""

import os
import sys
import time


def main(result, command):
    begin = time.monotonic()
    try:
        child = os.posix_spawn(command[0], command, os.environ)
    except OSError as error:
        sys.exit(f"cannot run {command[0]}: {error.strerror}")
    _, status, usage = os.wait4(child, 0)
    wall = time.monotonic() - begin
    cpu = usage.ru_utime + usage.ru_stime
    with open(result, "w", encoding="ascii") as out:
        out.write(f"{os.waitstatus_to_exitcode(status)} {wall:.6f} {cpu:.6f} {usage.ru_maxrss}\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
