if(KOTOBASHI_SANITIZE)
  add_compile_options(-fsanitize=${KOTOBASHI_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${KOTOBASHI_SANITIZE})
endif()
