"""Whose reports are compared: custody's, or (to prove the comparison itself)
those of the very checkers that the tests were written for."""

import wording

# Checkers that report no ownership defect but model what others build on; a
# RUN line that names one keeps it. "unix" stands for those it contains.
MODELLING = ("debug.ExprInspection", "apiModeling", "unix.StdCLibraryFunctions",
             "unix.cstring")


# What the stock checkers bring along and users have on by default: CString-
# Modeling comes as a dependency, SelfAssignment with the package "cplusplus".
STRINGS = "unix.cstring.CStringModeling"
TURN_STRINGS_ON = ("unix.Malloc", "cplusplus")
SELF_ASSIGNMENT = "cplusplus.SelfAssignment"


class Custody:
    def __init__(self, plugin):
        self.plugin = plugin

    def arguments(self, run, output):
        checkers = ["core", "custody"]
        for name in run.checkers:
            if name == "unix":
                checkers += ["unix.StdCLibraryFunctions", "unix.cstring"]
            elif name.startswith(TURN_STRINGS_ON):
                checkers.append(STRINGS)
                if name in ("cplusplus", SELF_ASSIGNMENT):
                    checkers.append(SELF_ASSIGNMENT)
            elif name.startswith(MODELLING):
                checkers.append(name)
        return run.with_checkers(checkers) + [
            "-load", self.plugin, "-analyzer-output=" + output]

    def owns(self, report):
        return report.checker.startswith("custody.")


class Stock:
    """The RUN line's own checkers. They must meet their own expectations."""

    def arguments(self, run, output):
        return run.with_checkers(run.checkers) + ["-analyzer-output=" + output]

    def owns(self, report):
        try:
            return wording.kind_of(report.text) is not None
        except ValueError:
            return False
