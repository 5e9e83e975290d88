"""Compares what `custody check --brief` printed with what the files ask for.

    expected.py FOLDER OUTPUT

A line of a source in FOLDER that ends in `// RULE` (`// mem-03`) must have a
finding of that rule; any other finding, and any that is missing, is printed,
and the exit status is 1.
"""

import os
import re
import sys

folder, output = sys.argv[1:]
wanted = set()
for name in sorted(os.listdir(folder)):
    if name.endswith((".c", ".cpp")):
        with open(os.path.join(folder, name)) as source:
            for number, line in enumerate(source, 1):
                match = re.search(r"// ((?:mem|own|ffi)-\d\d)$", line.rstrip())
                if match:
                    wanted.add((name, number, match.group(1)))
found = {}
with open(output) as text:
    for line in text:
        match = re.match(r"(.*?):(\d+):\d+: warning: (.*) \[custody\.(.*)\]$", line)
        if match:
            key = os.path.basename(match.group(1)), int(match.group(2)), match.group(4)
            found[key] = match.group(3)
for name, number, rule in sorted(wanted - found.keys()):
    print("%s:%d: %s is missing" % (name, number, rule))
for key in sorted(found.keys() - wanted):
    print("%s:%d: nobody expects %s: %s" % (key + (found[key],)))
print("%d findings as expected" % len(wanted & found.keys()))
sys.exit(wanted != found.keys())
