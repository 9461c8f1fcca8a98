# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` lays down and `cpack -G DEB` packs. Translations and icons of the window
# are inside the programs.

install(TARGETS diptych diptych-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# Started by the other two, never by hand.
install(TARGETS diptych-schema-check RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/diptych)
install(FILES packaging/linux/diptych.desktop
    DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/linux/io.github.diptych.Diptych.metainfo.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/icons/diptych.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(DIRECTORY resources/highlight DESTINATION ${CMAKE_INSTALL_DATADIR}/diptych)
install(FILES packaging/linux/copyright README.md
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/diptych)

set(CPACK_PACKAGE_NAME diptych)
set(CPACK_PACKAGE_CONTACT "The Diptych authors <diptych@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_PACKAGE_DESCRIPTION "A native desktop program for talking to language models behind an \
OpenAI-compatible server. One prompt goes to several models, and their answers stream side by side. \
Conversations stay on this computer, keys in its key store. diptych-cli does the same in a terminal.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_GENERATOR DEB)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
# The libraries that are linked are found by dpkg-shlibdeps; these are opened at run time.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libsecret-1-0, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, fonts-dejavu-core | fonts-liberation | fonts-noto-core, \
qt6-wayland, qt6-image-formats-plugins, gnome-keyring | kwalletmanager")
include(CPack)
