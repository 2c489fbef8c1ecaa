# translations/icp-workshop_<language>.ts become resources. English, the source language, needs its plurals only.
find_package(Qt6 QUIET COMPONENTS LinguistTools)
icp_require(Qt6LinguistTools "the Qt 6 Linguist tools")
file(GLOB translations CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/translations/*.ts")
set_source_files_properties(${translations} PROPERTIES OUTPUT_LOCATION "${CMAKE_BINARY_DIR}/i18n")
qt_add_translation(compiled_translations ${translations})
qt_add_resources(icp_core i18n PREFIX / BASE "${CMAKE_BINARY_DIR}" FILES ${compiled_translations})
