# Everything comes from Debian 12 packages; scripts/setup installs them.
set(CMAKE_FIND_PACKAGE_PREFER_CONFIG ON)
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json url)
find_package(OpenSSL REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS i18n uc data)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(pugixml REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)
if(KOTOBASHI_TESTS)
  find_package(doctest REQUIRED)
endif()
if(KOTOBASHI_DESKTOP)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets LinguistTools)
endif()

# Headers of others: no warnings from them.
add_library(kotobashi_boost INTERFACE)
target_link_libraries(kotobashi_boost INTERFACE Boost::headers Boost::json Threads::Threads)
target_compile_definitions(kotobashi_boost INTERFACE
  BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED
  BOOST_ASIO_DISABLE_BOOST_COROUTINE BOOST_ALL_NO_LIB)
