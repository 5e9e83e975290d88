"""The lit suite: small C and C++ files that say beside the bad line what
custody must say, run with the real system headers.

Run it as `lit build/llvm-22/tests/lit`; the lit.site.cfg.py there loads this
file and tells it which clang and which plugin to use.
"""

import glob
import json
import os
import shutil
import subprocess

import lit.formats

config.name = "custody-llvm-" + config.custody_major
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".cpp", ".m", ".test"]
config.excludes = ["Inputs", "CMakeLists.txt"]
config.test_source_root = os.path.dirname(os.path.abspath(__file__))

bin_folder = config.custody_llvm_bin
clang = os.path.join(bin_folder, "clang")
include = os.path.join(config.custody_source, "checker", "include")

# The tests must not depend on who runs them.
config.environment["LC_ALL"] = "C"
config.environment["PATH"] = os.pathsep.join([bin_folder, os.environ.get("PATH", "")])
for name in ("CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "CCC_OVERRIDE_OPTIONS"):
    config.environment.pop(name, None)

# `--param door=tidy`: every test of the plugin goes through clang-tidy too.
door = lit_config.params.get("door", "plugin")
tidy = os.path.join(bin_folder, "clang-tidy")
replay = "python3 %s --clang %s --plugin %s --tidy %s --module %s" % (
    os.path.join(config.test_source_root, "tidy", "replay.py"), clang, config.custody_plugin,
    tidy, config.custody_tidy)
if door == "tidy":
    config.name += "-tidy"
    config.substitutions += [("%custody", replay), ("%verify", replay)]

# A client of the language server protocol: %editor/script.py FILE custody-clangd.
clangd_tests = os.path.join(config.test_source_root, "clangd", "Inputs")
stock_clangd = os.path.join(bin_folder, "clangd")

analyze = "%s --analyze --analyzer-no-default-checks" % clang
load = "-Xclang -load -Xclang %s -Xclang -analyzer-checker=core,custody" % config.custody_plugin
config.substitutions += [
    # Warnings with their path notes, for FileCheck: add 2>&1.
    ("%custody", "%s --analyzer-output text %s" % (analyze, load)),
    # Warnings only, against the expected-warning comments of the file.
    ("%verify", "%s -o /dev/null %s -Xclang -verify" % (analyze, load)),
    # A rule that is off by default: %rule(own-07) after one of the above.
    (r"%rule\(([a-z0-9-]+)\)", r"-Xclang -analyzer-checker=custody.\1"),
    ("%clang", clang),
    ("%plugin", config.custody_plugin),
    ("%driver", config.custody_driver),
    ("%editor", "env PYTHONPATH=%s PYTHONDONTWRITEBYTECODE=1 python3 %s"
     % (clangd_tests, clangd_tests)),
    ("%own_clangd", config.custody_clangd),
    ("%stock_clangd", stock_clangd),
    ("%tidy_module", config.custody_tidy),
    ("%tidy", "%s -load=%s" % (tidy, config.custody_tidy)),
    ("%replay", replay),
    ("%include", include),
    ("%llvm_bin", bin_folder),
    ("%llvm_include", config.custody_llvm_include),
    ("%major", config.custody_major),
    ("%version", config.custody_version),
    ("%source", config.custody_source),
    ("%build", config.custody_build),
]

# --- features -----------------------------------------------------------------
config.available_features.add("llvm-" + config.custody_major)

def other_clangs():
    """The clangs of other releases on this machine, to load the plugin into."""
    for major in ("14", "16", "19", "22"):
        path = "/usr/lib/llvm-%s/bin/clang" % major
        if major != config.custody_major and os.path.exists(path):
            yield path

for other in other_clangs():
    config.available_features.add("other-clang")
    config.substitutions.append(("%other_clang", other))
    other_tidy = os.path.join(os.path.dirname(other), "clang-tidy")
    if os.path.exists(other_tidy):
        config.available_features.add("other-tidy")
        config.substitutions.append(("%other_tidy", other_tidy))
    break

if os.path.exists(os.path.join(bin_folder, "run-clang-tidy")):
    config.available_features.add("run-clang-tidy")

if os.path.exists(os.path.join(bin_folder, "scan-build")):
    config.available_features.add("scan-build")

# A browser without a window, to look at the HTML report with.
chromium = shutil.which("chromium")
if chromium:
    config.available_features.add("chromium")
    config.substitutions.append(("%chromium", chromium + " --headless --no-sandbox --disable-gpu "
                                 "--virtual-time-budget=5000"))

# Where libclang-cpp is not installed, the command is not built.
if os.path.exists(config.custody_driver):
    config.available_features.add("driver")

# Where clang-tidy or its headers are not installed, the module is not there.
if os.path.exists(config.custody_tidy) and os.path.exists(tidy):
    config.available_features.add("tidy")
# Where libclang-N-dev has no clangd in it, custody's is not built.
if os.path.exists(config.custody_clangd):
    config.available_features.add("custody-clangd")
if os.path.exists(stock_clangd):
    config.available_features.add("stock-clangd")
if shutil.which("nvim"):
    config.available_features.add("neovim")
# What tools/lib/fetch_node.py has fetched.
if shutil.which("node") and os.path.exists(os.path.join(
        config.custody_source, "build", "node", "vscode-languageserver-protocol")):
    config.available_features.add("node-lsp")
if shutil.which("pre-commit"):
    config.available_features.add("pre-commit")

# What tools/check-imports has fetched.
if os.path.exists(os.path.join(config.custody_source, "build", "imports", "refcounts.dat")):
    config.available_features.add("refcounts")

if subprocess.run(["python3", "-c", "import jsonschema, yaml"],
                  stderr=subprocess.DEVNULL).returncode == 0:
    config.available_features.add("jsonschema")
    # What tools/lib/fetch_schemas.py has fetched.
    if os.path.exists(os.path.join(config.custody_source, "build", "schemas",
                                   "sarif-2.1.0.json")):
        config.available_features.add("sarif-schema")

# A file system of one's own, to fill up.
if subprocess.run(["unshare", "-m", "sh", "-c", "mount -t tmpfs none /mnt"],
                  stderr=subprocess.DEVNULL).returncode == 0:
    config.available_features.add("mounts")

# Libraries whose real headers a test may include where they are installed.
with open(os.path.join(config.test_source_root, "headers.json")) as file:
    headers = json.load(file)
system = subprocess.run([clang, "-print-effective-triple"], stdout=subprocess.PIPE,
                        text=True, check=True).stdout.strip()
triple = system.replace("-pc-", "-").replace("-unknown-", "-")
folders = ["/usr/include", "/usr/include/" + triple, "/usr/local/include"]
for feature, header in headers.items():
    if any(glob.glob(os.path.join(folder, header)) for folder in folders):
        config.available_features.add(feature)
