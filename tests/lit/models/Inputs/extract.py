"""extract.py PAGE FOLDER: writes each block of code in PAGE whose first line
names a file ("# clip.custody.yaml", "// clip.c") to that file in FOLDER. A
comment "// warning: TEXT" becomes what clang's -verify expects."""

import os
import re
import sys


def main():
    page, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    with open(page, encoding="utf-8") as file:
        blocks = re.findall(r"^```\w+\n(.*?)^```$", file.read(), re.M | re.S)
    found = 0
    for block in blocks:
        named = re.match(r"(?:#|//) ([\w.-]+\.(?:yaml|h|c|cpp))\n", block)
        if not named:
            continue
        found += 1
        with open(os.path.join(folder, named.group(1)), "w", encoding="utf-8") as file:
            file.write(re.sub(r"// warning: (.*)$", r"// expected-warning {{\1}}", block,
                              flags=re.M))
    if not found:
        sys.exit("extract.py: no block of %s names a file" % page)


if __name__ == "__main__":
    main()
