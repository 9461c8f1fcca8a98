# SPDX-License-Identifier: GPL-3.0-or-later
# One target that carries what every other target is compiled with.

add_library(diptych_options INTERFACE)
target_compile_features(diptych_options INTERFACE cxx_std_20)
target_include_directories(diptych_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(diptych_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    -Wno-missing-field-initializers
    $<$<BOOL:${DIPTYCH_WERROR}>:-Werror>)
target_compile_definitions(diptych_options INTERFACE
    DIPTYCH_VERSION="${PROJECT_VERSION}"
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS
    QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# What Diptych itself is made of is instrumented; the tests are not, since what reads bytes from
# elsewhere is in the libraries. So tests are the same objects as in a release, and ccache has them.
# Assertions are on, which a release leaves out. The checks of each pointer that is used are off: they
# take 40 % of the time to compile, and a null pointer or a freed object ends a test without them.
add_library(diptych_sanitizers INTERFACE)
if(DIPTYCH_SANITIZE)
    target_compile_options(diptych_sanitizers INTERFACE -Og -g1 -UNDEBUG
        -fsanitize=address,undefined -fno-sanitize=null,alignment,vptr,object-size
        -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_compile_definitions(diptych_sanitizers INTERFACE QT_FORCE_ASSERTS)
    target_link_options(diptych_options INTERFACE -fsanitize=address,undefined)
endif()

# ccache takes precompiled headers, and one checkout's results for another, only when it is told so.
# The headers are named by <app/precompiled.h> for that: a path from the root would differ.
find_program(DIPTYCH_CCACHE ccache)
if(DIPTYCH_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        ${DIPTYCH_CCACHE})
endif()

# Some hundred small test executables link the same archives: mold does that in a third of the time.
find_program(DIPTYCH_MOLD mold)
if(DIPTYCH_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU"
   AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
    target_link_options(diptych_options INTERFACE -fuse-ld=mold)
endif()
