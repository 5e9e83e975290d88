"""odd_names.py FOLDER DRIVER: makes a folder of sources whose names have what
shells and ninja treat specially, checks them again and again, and prints how each
check ends."""

import os
import subprocess
import sys
import time

NAMES = ["it's.c", "a;b.c", "a&b.c", "tab\tand|bar.c", "back\\slash*?.c"]
HEADER = "he'a;d&er ^x.h"


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def check(what, driver):
    done = subprocess.run([driver, "check", "--brief"] + ["./" + name for name in NAMES] + ["--"],
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, check=False)
    print("%s: status %d, %d findings, %s" % (what, done.returncode,
                                              done.stdout.count("[custody.own-01]"),
                                              done.stderr.strip().splitlines()[-1]))


def newer(path):
    """A time later than that of any result, whatever the file system's clock."""
    at = time.time() + 1
    os.utime(path, (at, at))
    # Ninja takes results that are older than their inputs for out of date.
    while time.time() < at + 0.1:
        time.sleep(0.1)


def main():
    folder, driver = sys.argv[1:]
    os.makedirs(folder)
    os.chdir(folder)
    write(HEADER, "#include <stdlib.h>\nstatic inline void drop(char *p) { free(p); }\n")
    for number, name in enumerate(NAMES):
        write(name, '#include "%s"\nvoid f%d(char *p) {\n  drop(p);\n  free(p);\n}\n'
              % (HEADER, number))
    check("first", driver)
    check("again", driver)
    newer(HEADER)
    check("header touched", driver)
    check("again", driver)
    newer(NAMES[0])
    check("one touched", driver)
    os.remove(HEADER)
    check("header gone", driver)


if __name__ == "__main__":
    main()
