"""workflow.py FILE STEP...: runs the shell steps of a GitHub workflow that are
named, in order, as the runner does in a container, and prints how each ended.
The expressions in a step's environment are taken from the environment: BASE for
`${{ github.event.pull_request.base.sha }}`."""

import os
import subprocess
import sys

import yaml


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        workflow = yaml.safe_load(file)
    steps = {step.get("name"): step for job in workflow["jobs"].values()
             for step in job["steps"]}
    for name in sys.argv[2:]:
        step = steps[name]
        missing = [each for each in step.get("env", {}) if each not in os.environ]
        assert not missing, missing
        done = subprocess.run(["sh", "-e", "-c", step["run"]], check=False,
                              stdin=subprocess.DEVNULL)
        sys.stdout.flush()
        print("step '%s' ended with %d" % (name, done.returncode), flush=True)


if __name__ == "__main__":
    main()
