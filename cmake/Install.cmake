# What 'cmake --install' puts into a prefix, and what CPack makes of it: one .deb
# for each LLVM major. The command looks for its plugin in ../lib, beside itself;
# a prefix may hence be moved, and holds one major.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS custody LIBRARY DESTINATION lib COMPONENT custody)
install(FILES checker/include/custody/annotations.h DESTINATION include/custody
  COMPONENT custody)
install(FILES README.md LICENSE DESTINATION share/doc/custody COMPONENT custody)
install(DIRECTORY docs/ DESTINATION share/doc/custody COMPONENT custody
  FILES_MATCHING PATTERN "*.md" PATTERN "*.json" PATTERN "*.yml" PATTERN "*.png")
if(TARGET custody-command)
  install(TARGETS custody-command RUNTIME DESTINATION bin COMPONENT custody)
  install(FILES ${CMAKE_BINARY_DIR}/bin/cargo-custody DESTINATION bin
    COMPONENT custody)
  # The loader finds LLVM's libraries where Debian puts them; those of another
  # LLVM only if it is told.
  get_filename_component(where "${clang_cpp}" REALPATH)
  get_filename_component(where "${where}" DIRECTORY)
  if(NOT where IN_LIST CMAKE_CXX_IMPLICIT_LINK_DIRECTORIES)
    set_target_properties(custody-command PROPERTIES INSTALL_RPATH "${where}")
  endif()

  # find_package(custody)
  set(config "${CMAKE_CURRENT_BINARY_DIR}/cmake")
  configure_package_config_file(cmake/install/custodyConfig.cmake.in
    ${config}/custodyConfig.cmake INSTALL_DESTINATION lib/cmake/custody
    NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
  write_basic_package_version_file(${config}/custodyConfigVersion.cmake
    COMPATIBILITY SameMajorVersion ARCH_INDEPENDENT)
  install(FILES ${config}/custodyConfig.cmake ${config}/custodyConfigVersion.cmake
    DESTINATION lib/cmake/custody COMPONENT custody)
endif()

# --- packages ---------------------------------------------------------------
# Packages of several majors stand side by side, as LLVM's own do: each in a
# prefix of its own, with /usr/bin/custody-N; which of them is plain 'custody'
# is for update-alternatives to say.
set(name custody-${CUSTODY_LLVM_MAJOR})
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ${name})
set(CPACK_PACKAGE_VENDOR custody)
set(CPACK_PACKAGE_CONTACT "The custody developers <maintainers@custody.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
  "finds memory and handles that are released by the wrong owner")
set(CPACK_PACKAGE_DESCRIPTION
"custody is a plugin for the Clang Static Analyzer and a command. It knows for
every pointer and handle on a path which allocator it came from and who owns
it, and reports releases by another family, leaks, double releases and uses
after release, with models of many libraries.

This package is for clang ${LLVM_PACKAGE_VERSION}.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr/lib/${name})
set(CPACK_COMPONENTS_ALL custody)
set(CPACK_STRIP_FILES ON)
# Objects for the tests are not for the package to wait for.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# A plugin serves one release of clang exactly.
math(EXPR next "${LLVM_VERSION_PATCH} + 1")
set(next "1:${LLVM_VERSION_MAJOR}.${LLVM_VERSION_MINOR}.${next}~")
set(CPACK_DEBIAN_PACKAGE_DEPENDS
  "clang-${LLVM_VERSION_MAJOR} (>= 1:${LLVM_PACKAGE_VERSION}~), clang-${LLVM_VERSION_MAJOR} (<< ${next}), ninja-build")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "git")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "bear, cmake")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/install/DebianLayout.cmake")
set(CPACK_CUSTODY_SOURCE "${PROJECT_SOURCE_DIR}")
set(scripts "${CMAKE_CURRENT_BINARY_DIR}/debian")
foreach(script postinst prerm)
  configure_file(cmake/install/${script}.in ${scripts}/${script} @ONLY
    FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)
endforeach()
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA "${scripts}/postinst;${scripts}/prerm")
include(CPack)
