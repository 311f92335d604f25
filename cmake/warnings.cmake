# One interface target carries the warnings; every target of ours links it.
add_library(kotobashi_warnings INTERFACE)
target_compile_options(kotobashi_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-align -Woverloaded-virtual
  -Wconversion -Wsign-conversion -Wformat=2 -Wimplicit-fallthrough -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(kotobashi_warnings INTERFACE -Wduplicated-cond -Wlogical-op
    # GCC 12 takes Asio's recycled coroutine frames for a mismatch of new and delete.
    -Wno-mismatched-new-delete
    # and the inlined copy of a short std::string for one of a longer one (GCC bug 105329).
    -Wno-array-bounds -Wno-stringop-overflow -Wno-restrict)
  if(KOTOBASHI_SANITIZE)
    # GCC 12 sees uninitialised values in the sanitizers' own instrumentation.
    target_compile_options(kotobashi_warnings INTERFACE -Wno-maybe-uninitialized)
  endif()
  if(KOTOBASHI_SANITIZE MATCHES thread)
    # Asio has fences, which the thread sanitizer does not see; each stands next to a lock that it does see.
    target_compile_options(kotobashi_warnings INTERFACE -Wno-tsan)
  endif()
endif()
