"""Fetches the published JSON Schemas that tests validate custody's outputs with;
called by tools/test. Without the network it says so, and those tests are left
out: they are not needed to build."""

import hashlib
import io
import os
import sys
import tarfile
import urllib.error
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "build", "schemas")
# OASIS's schema, as an npm package carries it: (file here, address, sum of the
# archive, member).
SCHEMAS = [
    ("sarif-2.1.0.json",
     "https://registry.npmjs.org/@microsoft/sarif-multitool-ts/-/sarif-multitool-ts-5.7.0.tgz",
     "e17817093e439b7c0b94d8fe328eaa0c146cc3ea58eaa2212c656e153c1a6445",
     "package/assets/sarif-2.1.0.schema.json"),
]


def fetch(name, address, expected, member):
    with urllib.request.urlopen(address, timeout=60) as answer:
        archive = answer.read()
    if hashlib.sha256(archive).hexdigest() != expected:
        raise ValueError("it is not what was expected")
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        text = tar.extractfile(member).read()
    os.makedirs(FOLDER, exist_ok=True)
    temporary = os.path.join(FOLDER, name + ".new")
    with open(temporary, "wb") as file:
        file.write(text)
    os.replace(temporary, os.path.join(FOLDER, name))


def main():
    for name, address, expected, member in SCHEMAS:
        if os.path.exists(os.path.join(FOLDER, name)):
            continue
        try:
            fetch(name, address, expected, member)
        except (OSError, ValueError, KeyError, tarfile.TarError) as error:
            print("test: no schema %s (%s: %s); its test is left out" % (name, address, error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
