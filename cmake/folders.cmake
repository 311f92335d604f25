# One target per folder. kotobashi_library(server_text LINK ...) makes the target of the folder it is called in,
# from every .cpp that stands there; a new file needs no line of CMake.
function(kotobashi_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINK;PRIVATE")
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(NOT sources) # a folder that has only headers so far
    set(sources ${CMAKE_BINARY_DIR}/empty.cpp)
    file(TOUCH ${sources})
  endif()
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${arg_LINK} PRIVATE ${arg_PRIVATE} kotobashi_warnings)
  kotobashi_precompiled(${name})
endfunction()

# Almost every file reads the records, and those read Boost.Describe and Boost.JSON: parsed once, by server_model.
function(kotobashi_precompiled target)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    if(target STREQUAL "server_model")
      target_precompile_headers(server_model PRIVATE ${PROJECT_SOURCE_DIR}/cmake/precompiled.hpp)
      # Never out of the compiler cache: GCC does not know the headers behind a cached one again (#pragma once).
      set_target_properties(server_model PROPERTIES CXX_COMPILER_LAUNCHER "")
    else()
      target_precompile_headers(${target} REUSE_FROM server_model)
    endif()
  endif()
endfunction()

# kotobashi_test(text LINK server_text) makes test_text from the folder's .cpp files; each TEST_CASE becomes a test of ctest.
function(kotobashi_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINK")
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(test_${name} ${sources})
  target_link_libraries(test_${name} PRIVATE ${arg_LINK} test_support kotobashi_warnings)
  if(NOT name MATCHES "^(desktop|link)$") # Qt wants its own kind of position-independent code; link has an `answer` of its own
    kotobashi_precompiled(test_${name})
  endif()
  doctest_discover_tests(test_${name} TEST_PREFIX "${name}: " PROPERTIES TIMEOUT 300
    ENVIRONMENT "KOTOBASHI_SOURCE=${PROJECT_SOURCE_DIR}")
endfunction()
