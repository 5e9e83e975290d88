"""Fetches the libraries that Visual Studio Code's clients of language servers are
made of, for the tests of custody-clangd: call it before them. Without the network
it says so, and those tests are left out: they are not needed to build."""

import hashlib
import io
import os
import shutil
import sys
import tarfile
import urllib.error
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "build", "node")
PACKAGES = [
    ("vscode-languageserver-protocol", "3.18.5",
     "442093bf98c5e0f39430cf57af266bd5e399617680141e66c7c36de5911174bb"),
    ("vscode-jsonrpc", "10.0.0",
     "353d5e53a8ce960dfbddf9a6d8fa158bf9ad6432cdb4b185952c12a2826a3948"),
    ("vscode-languageserver-types", "3.18.5",
     "4ee75756cdbe71ac014e9763714b4a3ef4b8de3cf7f96cf69c9cf3babe727a56"),
]


def fetch(name, version, expected):
    address = "https://registry.npmjs.org/%s/-/%s-%s.tgz" % (name, name, version)
    with urllib.request.urlopen(address, timeout=60) as answer:
        archive = answer.read()
    if hashlib.sha256(archive).hexdigest() != expected:
        raise ValueError("it is not what was expected")
    temporary = os.path.join(FOLDER, name + ".new")
    shutil.rmtree(temporary, ignore_errors=True)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar.getmembers():
            # Everything is below one folder, whatever its name.
            _, _, inside = member.name.partition("/")
            if not member.isfile() or not inside or ".." in inside.split("/"):
                continue
            target = os.path.join(temporary, *inside.split("/"))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as file:
                file.write(tar.extractfile(member).read())
    os.replace(temporary, os.path.join(FOLDER, name))


def main():
    for name, version, expected in PACKAGES:
        if os.path.exists(os.path.join(FOLDER, name, "package.json")):
            continue
        try:
            fetch(name, version, expected)
        except (OSError, ValueError, KeyError, tarfile.TarError) as error:
            print("test: no %s (%s); its tests are left out" % (name, error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
