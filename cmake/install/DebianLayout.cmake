# Run by CPack on the staged tree, before it is packed: what a Debian package has
# outside of its own prefix.
set(root "${CPACK_TEMPORARY_DIRECTORY}")
set(name "${CPACK_PACKAGE_NAME}")
set(prefix "${root}/usr/lib/${name}")
set(doc "${root}/usr/share/doc/${name}")

file(MAKE_DIRECTORY "${root}/usr/share/doc" "${root}/usr/bin"
  "${root}/usr/share/man/man1" "${root}/usr/share/lintian/overrides")
file(REMOVE_RECURSE "${doc}")
file(RENAME "${prefix}/share/doc/custody" "${doc}")
file(REMOVE_RECURSE "${prefix}/share")
file(REMOVE "${root}/usr/bin/${name}")
file(CREATE_LINK "../lib/${name}/bin/custody" "${root}/usr/bin/${name}" SYMBOLIC)
set(clangd "")
if(EXISTS "${prefix}/bin/custody-clangd")
  string(REPLACE "custody-" "custody-clangd-" clangd "${name}")
  file(CREATE_LINK "../lib/${name}/bin/custody-clangd" "${root}/usr/bin/${clangd}" SYMBOLIC)
endif()

# Debian has the Apache License for all; the exceptions follow it in ours.
file(REMOVE "${doc}/LICENSE")
file(READ "${CPACK_CUSTODY_SOURCE}/LICENSE" license)
string(FIND "${license}" "---- LLVM Exceptions" at)
if(at EQUAL -1)
  message(FATAL_ERROR "LICENSE has no LLVM exceptions any more")
endif()
string(SUBSTRING "${license}" ${at} -1 license)
string(STRIP "${license}" license)
string(REGEX REPLACE "\n\n" "\n.\n" license "${license}")
string(REGEX REPLACE "\n" "\n " license "${license}")
file(WRITE "${doc}/copyright"
"Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: custody

Files: *
Copyright: 2026 the custody developers
License: Apache-2.0-WITH-LLVM-exception
 The Apache License 2.0 is in /usr/share/common-licenses/Apache-2.0.
 .
 ${license}
")
# Dates in a package are those of its source, not of its making.
set(version "${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}")
file(WRITE "${doc}/changelog.Debian"
"${name} (${version}) stable; urgency=medium

  * Release ${CPACK_PACKAGE_VERSION}.

 -- ${CPACK_PACKAGE_CONTACT}  Thu, 01 Jan 2026 00:00:00 +0000
")
file(WRITE "${root}/usr/share/man/man1/${name}.1"
".TH CUSTODY 1 \"\" \"custody ${CPACK_PACKAGE_VERSION}\" \"User Commands\"
.SH NAME
${name} \\- finds memory and handles that are released by the wrong owner
.SH SYNOPSIS
.B ${name}
.I SUBCOMMAND
[\\fIOPTION\\fR...] [\\fIFILE\\fR...] [\\fB--\\fR \\fICLANG-FLAG\\fR...]
.SH DESCRIPTION
.B ${name} check
analyzes a program by its compilation database and prints its findings;
.B ${name} doctor
says what is missing for that;
.B ${name} --help
lists the subcommands, and
.B ${name} check --help
the options of one.
.SH EXIT STATUS
0 nothing was found, 1 something was found, 2 not all could be analyzed.
.SH SEE ALSO
.IR /usr/share/doc/${name}/driver.md
")
file(WRITE "${root}/usr/share/lintian/overrides/${name}"
"# These packages are not Debian's: there is no bug to close.
${name}: initial-upload-closes-no-bugs *
")
set(pages "${root}/usr/share/man/man1/${name}.1")
if(clangd)
  file(WRITE "${root}/usr/share/man/man1/${clangd}.1"
".TH CUSTODY-CLANGD 1 \"\" \"custody ${CPACK_PACKAGE_VERSION}\" \"User Commands\"
.SH NAME
${clangd} \\- clangd with custody's findings
.SH SYNOPSIS
.B ${clangd}
[\\fB--proxy=\\fICLANGD\\fR] [\\fIFLAG-OF-CLANGD\\fR...]
.SH DESCRIPTION
A language server for editors: set it where the editor's clangd is set.
.SH SEE ALSO
.IR /usr/share/doc/${name}/editors.md
")
  list(APPEND pages "${root}/usr/share/man/man1/${clangd}.1")
endif()
execute_process(COMMAND gzip -9nf "${doc}/changelog.Debian" ${pages} COMMAND_ERROR_IS_FATAL ANY)
file(GLOB_RECURSE files "${root}/usr/share/*")
file(CHMOD ${files} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
