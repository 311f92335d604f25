# Files as bytes in the program. kotobashi_embed(server_web NAMESPACE kotobashi::web FILES static/board.css ...) adds a generated
# source with `std::span<const embedded_file> embedded_files()` (declared in the target's embedded.hpp) to the target. Names are
# as given; the output holds no path of the machine. Run as a script (-P), this file writes that source.
if(CMAKE_SCRIPT_MODE_FILE)
  string(REPLACE "," ";" FILES "${FILES}")
  set(arrays "")
  set(table "")
  set(count 0)
  foreach(name IN LISTS FILES)
    file(READ ${FROM}/${name} bytes HEX)
    file(SHA256 ${FROM}/${name} hash)
    string(SUBSTRING ${hash} 0 12 hash)
    string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
    string(APPEND arrays "constexpr unsigned char file_${count}[] = {${bytes}0};\n")
    string(APPEND table "    {\"${name}\", \"${hash}\", file_${count}, sizeof file_${count} - 1},\n")
    math(EXPR count "${count} + 1")
  endforeach()
  file(WRITE ${TO}
    "#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\nnamespace {\n${arrays}constexpr embedded_file files[] = {\n${table}};\n} // namespace\n\nstd::span<const embedded_file> embedded_files() { return files; }\n} // namespace ${NAMESPACE}\n")
  return()
endif()

set(KOTOBASHI_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})
function(kotobashi_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "NAMESPACE;HEADER" "FILES")
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded.cpp)
  list(TRANSFORM arg_FILES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/ OUTPUT_VARIABLE inputs)
  string(REPLACE ";" "," names "${arg_FILES}")
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} "-DFILES=${names}" -DFROM=${CMAKE_CURRENT_SOURCE_DIR} -DTO=${output}
            -DNAMESPACE=${arg_NAMESPACE} -DHEADER=${arg_HEADER} -P ${KOTOBASHI_EMBED_SCRIPT}
    DEPENDS ${inputs} ${KOTOBASHI_EMBED_SCRIPT}
    COMMENT "Embedding files of ${target}"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
