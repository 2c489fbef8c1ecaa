include(GNUInstallDirs)

# Installs a file as Debian wants its documents: packed with gzip -9 and without a time.
function(icp_install_packed file destination name)
    install(CODE "
        set(to \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${destination}\")
        file(MAKE_DIRECTORY \"\${to}\")
        execute_process(COMMAND gzip -9nc \"${file}\" OUTPUT_FILE \"\${to}/${name}.gz\" COMMAND_ERROR_IS_FATAL ANY)
        file(CHMOD \"\${to}/${name}.gz\" PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)")
endfunction()

if(UNIX AND NOT APPLE)
    set(linux "${CMAKE_SOURCE_DIR}/installer/linux")
    install(FILES "${linux}/icp-workshop.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
    install(FILES "${linux}/icp-workshop.svg" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
    install(FILES "${linux}/icp-workshop.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
    install(FILES "${linux}/icp-workshop.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages")
    install(FILES "${linux}/copyright" "${CMAKE_SOURCE_DIR}/README.md" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
    icp_install_packed("${linux}/icp-workshop.1" "${CMAKE_INSTALL_MANDIR}/man1" icp-workshop.1)
    icp_install_packed("${CMAKE_SOURCE_DIR}/CHANGELOG.md" "${CMAKE_INSTALL_DOCDIR}" changelog)
    icp_install_packed("${linux}/changelog" "${CMAKE_INSTALL_DOCDIR}" changelog.Debian)
else()
    install(FILES "${CMAKE_SOURCE_DIR}/LICENSE" "${CMAKE_SOURCE_DIR}/README.md" "${CMAKE_SOURCE_DIR}/CHANGELOG.md"
            DESTINATION "${CMAKE_INSTALL_DOCDIR}")
endif()

# What is packaged is the program alone; that the tests are built too is no condition for it.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
set(CPACK_PACKAGE_NAME icp-workshop)
set(CPACK_PACKAGE_VENDOR "ICP Workshop")
set(CPACK_PACKAGE_CONTACT "ICP Workshop maintainers <maintainers@icpworkshop.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "work out an ideal customer profile from customer lists")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Imports the exports of a CRM (accounts, deals, contacts, usage), finds what
the best customers share and where deals are won, and carries a team from
that evidence to an agreed ideal customer profile, a persona matrix and
slides. Everything stays on the computer.")
set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no library names: the driver of SQLite files that are imported, and fonts, without which slides have no text.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, fonts-inter | fonts-noto-core | fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, qt6-wayland, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libqt6sql6-psql")
include(CPack)
