# SPDX-License-Identifier: GPL-3.0-or-later
# The functions every module, program and test of the house is declared with.

# "Dev": quick to compile, line numbers in back traces. What ./dev uses.
set(CMAKE_CXX_FLAGS_DEV "-O0 -g1")
set(CMAKE_EXE_LINKER_FLAGS_DEV "")
# "Fuzz": runs a million times.
set(CMAKE_CXX_FLAGS_FUZZ "-O1 -g1")
set(CMAKE_EXE_LINKER_FLAGS_FUZZ "")

add_library(proserpina_flags INTERFACE)
target_compile_options(proserpina_flags INTERFACE -Wall -Wextra -Wshadow -Wconversion
                                                  -Wno-sign-conversion -Werror=switch-enum)
if(PROSERPINA_WERROR)
    target_compile_options(proserpina_flags INTERFACE -Werror)
endif()
if(PROSERPINA_SANITIZE)
    target_compile_options(proserpina_flags INTERFACE -fsanitize=${PROSERPINA_SANITIZE}
                                                      -fno-omit-frame-pointer)
    target_link_options(proserpina_flags INTERFACE -fsanitize=${PROSERPINA_SANITIZE})
endif()
if(PROSERPINA_FUZZ)
    # What Qt asserts, an index in range above all, is looked for too.
    target_compile_options(proserpina_flags INTERFACE -fno-sanitize-recover=all)
    target_compile_definitions(proserpina_flags INTERFACE QT_FORCE_ASSERTS)
endif()
# QT_NO_KEYWORDS: gmime.h does not compile after Qt headers otherwise.
target_compile_definitions(
    proserpina_flags INTERFACE QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
                               PROSERPINA_VERSION="${PROJECT_VERSION}")

# Most of a file's compile time goes into Qt's headers and the standard library's, so they are compiled once
# for all. Each source still includes what it uses: the presets without this, and ./dev tidy, see if one does not.
option(PROSERPINA_PRECOMPILE "Precompile the headers of Qt and of the standard library" OFF)
if(PROSERPINA_PRECOMPILE)
    # They hold for sources with the same options only, so all have what GMime's .pc file asks for; the
    # third is for ccache.
    add_compile_options(-pthread -D_LARGEFILE64_SOURCE -fpch-preprocess)
endif()

# proserpina_headers(NAME LIBS target... HEADERS header...): the target NAME, which holds these headers and
# the usual ones.
function(proserpina_headers name)
    if(NOT PROSERPINA_PRECOMPILE)
        return()
    endif()
    cmake_parse_arguments(ARG "" "" "LIBS;HEADERS" ${ARGN})
    file(WRITE ${CMAKE_BINARY_DIR}/headers/${name}.cpp "")
    add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/headers/${name}.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF)
    target_link_libraries(${name} PRIVATE Qt6::Core proserpina_flags ${ARG_LIBS})
    target_precompile_headers(
        ${name} PRIVATE <algorithm> <array> <chrono> <functional> <memory> <optional> <ranges> <span>
                        <stop_token> <utility> <variant> <vector> <QCommandLineParser> <QCoreApplication> <QDateTime> <QDir>
                        <QFile> <QJsonArray> <QJsonDocument> <QJsonObject> <QLocale> <QPointer> <QQueue>
                        <QRegularExpression> <QSet> <QTimer> <QUuid> <QVariant> ${ARG_HEADERS})
endfunction()

# proserpina_precompiled(TARGET NAME): the sources of TARGET see the headers of NAME compiled.
function(proserpina_precompiled target name)
    if(PROSERPINA_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM ${name})
    endif()
endfunction()

# proserpina_mocs(TARGET source...): where the target has other files than before, moc starts anew: by itself
# it only does when one that it knows has changed.
function(proserpina_mocs target)
    set(list ${CMAKE_BINARY_DIR}/sources/${target}.txt)
    if(EXISTS ${list})
        file(READ ${list} before)
    endif()
    if(NOT "${before}" STREQUAL "${ARGN}")
        file(WRITE ${list} "${ARGN}")
        file(REMOVE ${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/timestamp)
    endif()
endfunction()

# proserpina_module(NAME USES module... LIBS target...): the static library of src/NAME. USES names the
# modules it may know; tst_layering reads these lines and checks every include against them.
function(proserpina_module name)
    cmake_parse_arguments(ARG "" "" "USES;LIBS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp
         ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.h)
    add_library(${name} STATIC ${sources})
    proserpina_mocs(${name} ${sources})
    target_include_directories(${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC Qt6::Core ${ARG_USES} ${ARG_LIBS} PRIVATE proserpina_flags)
    if(Qt6::Widgets IN_LIST ARG_LIBS)
        proserpina_precompiled(${name} widgetheaders)
    else()
        proserpina_precompiled(${name} headers)
    endif()
endfunction()

# proserpina_translations(source...): the target "translations", which every program links: the sources
# and, under :/i18n, a .qm of each resources/translations/*.ts. OBJECT, because a linker drops what
# only a static library registers.
function(proserpina_translations)
    file(GLOB texts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/translations/*.ts)
    set_source_files_properties(${texts} PROPERTIES OUTPUT_LOCATION ${CMAKE_BINARY_DIR}/i18n)
    add_library(translations OBJECT ${ARGN})
    target_include_directories(translations PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(translations PUBLIC Qt6::Core PRIVATE proserpina_flags)
    qt_add_lrelease(translations TS_FILES ${texts} QM_FILES_OUTPUT_VARIABLE compiled OPTIONS -silent)
    qt_add_resources(translations i18n PREFIX /i18n BASE ${CMAKE_BINARY_DIR}/i18n FILES ${compiled})
endfunction()

# proserpina_resources(NAME pattern): the target NAME, for programs to link: the files of resources/NAME
# under :/NAME. OBJECT, as above.
function(proserpina_resources name pattern)
    file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/${name}/${pattern})
    add_library(${name} OBJECT)
    target_link_libraries(${name} PUBLIC Qt6::Core PRIVATE proserpina_flags)
    qt_add_resources(${name} ${name} PREFIX /${name} BASE ${CMAKE_SOURCE_DIR}/resources/${name}
                     FILES ${files})
endfunction()

# proserpina_program(NAME SOURCES file... LIBS target...): a program of app/.
function(proserpina_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LIBS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE proserpina_flags translations ${ARG_LIBS})
    proserpina_precompiled(${name} headers)
endfunction()

# proserpina_tests(MODULE LIBS target... [TIMEOUT seconds] [GUI]): one test program a module; ctest runs each
# class that registers itself in its folder (PROSERPINA_TEST). GUI: with a QApplication, drawn nowhere.
function(proserpina_tests module)
    cmake_parse_arguments(ARG "GUI" "TIMEOUT" "LIBS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${module}/*.cpp
         ${CMAKE_CURRENT_SOURCE_DIR}/${module}/*.h)
    add_executable(tst_${module} ${sources})
    proserpina_mocs(tst_${module} ${sources})
    target_link_libraries(tst_${module} PRIVATE proserpina_flags Qt6::Network Qt6::Test ${ARG_LIBS}
                                               $<IF:$<BOOL:${ARG_GUI}>,guitestsupport,testsupport>)
    if(ARG_GUI)
        proserpina_precompiled(tst_${module} guitestheaders)
    else()
        proserpina_precompiled(tst_${module} testheaders)
    endif()
    target_include_directories(tst_${module} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}
                                                     ${CMAKE_SOURCE_DIR}/src)
    target_compile_definitions(tst_${module} PRIVATE PROSERPINA_SOURCE="${CMAKE_SOURCE_DIR}"
                                                     PROSERPINA_BUILD="${CMAKE_BINARY_DIR}")
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    foreach(source ${sources})
        file(STRINGS ${source} registered REGEX "^PROSERPINA_TEST\\(")
        list(APPEND classes ${registered})
    endforeach()
    list(TRANSFORM classes REPLACE "^PROSERPINA_TEST\\((.*)\\).*" "\\1")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${sources})
    foreach(class ${classes})
        add_test(NAME ${module}.${class} COMMAND tst_${module} ${class})
        set_tests_properties(${module}.${class} PROPERTIES TIMEOUT ${ARG_TIMEOUT})
        if(PROSERPINA_SANITIZE) # slower by five times and more
            math(EXPR patience "${ARG_TIMEOUT} * 5")
            set_tests_properties(${module}.${class} PROPERTIES TIMEOUT ${patience}
                                 ENVIRONMENT QTEST_FUNCTION_TIMEOUT=${patience}000)
        endif()
    endforeach()
endfunction()
