"""What the stock checkers' words mean: which expectations are about ownership.

Every expected warning in a counted file must be covered by one of the two
tables, first match first; wording that neither knows stops the comparison, so
that a new release of the tests cannot slip past it.
"""

import re

# (kind, what it is, words of the stock checkers, custody's rules for it)
OWNERSHIP = [
    ("inner pointer", "a container's buffer is used after the container freed it",
     r"Inner pointer of container used after", ("own-02",)),
    ("closed", "a stream is used or closed after it was closed (`freopen` closes it too)",
     r"Stream might be (already closed|invalid)", ("own-02", "own-01")),
    ("double release", "released twice",
     r"Attempt to (free|delete|release already) released memory|"
     r"free released memory|"
     r"Releasing a previously released handle|Closing a previously closed file",
     ("own-01", "ffi-07")),
    ("use after release", "used after the release",
     r"after it is freed|Use of memory after it is released|"
     r"Using a previously released handle", ("own-02",)),
    ("not the holder's", "released by somebody who gave it away or never had it",
     r"Attempt to (free|release) non-owned memory|Releasing an unowned handle",
     ("own-01", "ffi-07", "mem-02", "mem-03", "own-02")),
    ("inner address", "a pointer into the middle is released",
     r"is offset by -?\d+ bytes?", ("own-03",)),
    ("mismatch", "released by, or given to an owner of, another family",
     r"should be deallocated by|cannot take ownership of memory",
     ("mem-03",)),
    ("never released", "stack, static, code or constant memory is released",
     r"Argument to .*(not memory allocated by|constant address|function pointer)"
     r"|Memory allocated by '?alloca(\(\))?'? should not be deallocated",
     ("mem-03", "mem-02")),
    ("leak", "lost without being released",
     r"Potential (memory )?leak( of (memory|handle)|\b(?! of an object))|^leak"
     r"|never closed", ("ffi-03", "own-06")),
]

# (what it is, words)
OTHER = [
    ("zero-size memory", r"allocated with size zero|allocation size of 0"),
    ("tainted sizes", r"tainted"),
    ("sizeof and casts", r"incompatible with sizeof|Cast a region|[Cc]asting"),
    ("null and undefined values",
     r"[Nn]ull|NULL|undefined|garbage|uninitialized|Undefined|Dereference"),
    ("divisions", r"[Dd]ivision by zero"),
    ("stream state (errors, end of file, position, mode)",
     r"EOF|end-of-file|indeterminate|whence|Stream pointer|error state|"
     r"Stream is|Stream reached|File position|Assuming|might be .*indeterminate"),
    ("reachability and values that tests print",
     r"TRUE|FALSE|UNKNOWN|REACHABLE|[Rr]eachable|never executed|^\{|"
     r"^[\d&$(-]|S32b|S64b|\bReg\b|^conj|^derived|extent|no-warning|SYM|UNDEFINED|"
     r"^(YES|NO|a|a\.f|Unknown|lazyCompoundVal)$|Region\b|^Element\{"),
    ("iterators", r"[Ii]terator"),
    ("Objective-C conventions",
     r"Property of mutable|missing a \[super|Method accepting NSError"),
    ("virtual calls and errno", r"virtual dispatch|Value of 'errno'"),
    ("dispatch_once", r"'dispatch_once' uses"),
    ("arguments of calls", r"called with fewer|smaller than the size|buffer with size"),
    ("addresses that outlive their stack frame",
     r"ddress of stack memory|ddress of stack-allocated"),
    ("reference counts of Objective-C and Core Foundation",
     r"Potential leak of an object|Reference-counted object|"
     r"retain count"),
    ("the language front end",
     r"non-heap object|declared|type specifier|incompatible|implicit|"
     r"prototype|deprecated|\[-W|unused|comparison"),
    ("placement new into too little storage",
     r"Storage (provided|type)|possibly not enough"),
    ("sizes", r"overflow|[Oo]ut.of.bound|not enough"),
    ("functions that clang advises against", r"insecure|Call to function"),
]


def kind_of(text):
    """The kind of ownership defect that \\p text speaks of; None if another
    matter; a ValueError if neither table knows the words."""
    for kind, _, words, _ in OWNERSHIP:
        if re.search(words, text):
            return kind
    for _, words in OTHER:
        if re.search(words, text):
            return None
    raise ValueError(text)


RULES = {kind: rules for kind, _, _, rules in OWNERSHIP}

# Whoever turns one of these on tests for ownership defects.
CHECKERS = ("unix", "unix.Malloc", "unix.MismatchedDeallocator", "unix.Stream",
            "alpha.unix.SimpleStream", "cplusplus", "cplusplus.NewDelete",
            "cplusplus.NewDeleteLeaks", "cplusplus.InnerPointer",
            "fuchsia.HandleChecker")
