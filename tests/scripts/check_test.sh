# shellcheck shell=bash disable=SC2016,SC2034
# scripts/check on a small checkout: each rule finds what breaks it and nothing else.
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"
copy_scripts
git -C "$work/checkout" init -q
cp "$KOTOBASHI_SOURCE/.clang-format" "$work/checkout/"

# file NAME 'content'
file() {
  mkdir -p "$(dirname "$work/checkout/$1")"
  printf '%s\n' "$2" >"$work/checkout/$1"
}
check() { run "$work/checkout/scripts/check" --no-setup "$@"; }

includes_point_one_way() {
  file server/domain/a.cpp '#include "server/model/id.hpp"'
  file client/cli/b.cpp '#include "client/link/call.hpp"'
  check includes
  expect 'allowed includes' 0 "$status"
  file server/model/a.hpp '#include "server/domain/rules.hpp"'
  check includes
  expect 'against the direction' 1 "$status"
  expect_output 'where' 'server/model/a.hpp:1: server/model may not include server/domain'
  rm "$work/checkout/server/model/a.hpp"
}

libraries_stay_in_their_rooms() {
  file server/api/a.cpp '#include <boost/beast/http.hpp>'
  file server/net/a.cpp '#include <boost/beast/http.hpp>'
  file client/cli/q.cpp '#include <QString>'
  file server/api/s.cpp '#include <sqlite3.h>'
  check includes
  expect_output 'Beast' 'server/api/a.cpp:1: <boost/beast/http.hpp> does not belong here'
  expect_output 'Qt' 'client/cli/q.cpp:1: <QString> does not belong here'
  expect_output 'SQLite' 'server/api/s.cpp:1: <sqlite3.h> does not belong here'
  [[ $output != *server/net/a.cpp* ]] || broken 'Beast belongs to server/net'
  rm "$work"/checkout/server/api/*.cpp "$work/checkout/client/cli/q.cpp"
}

braced_temporaries_inside_co_await_are_found() {
  file good.cpp 'task f() {
  auto a = co_await store.write([&](auto& t) { return thing{1}; });
  if (auto x = co_await h(y); !x) {
    return;
  }
  co_await g("a{", 1); // {x}
  co_await g(a ? 1 : 2);
  while (co_await more()) {
  }
  const foo bar{co_await y()};
}'
  check co_await
  expect 'good code' 0 "$status"
  file bad.cpp 'task f() {
  co_await store.write(job{1, 2});
  co_await g({1, 2});
  co_await pool.run([&] -> result<int> { return 1; }, ask{2});
  co_await co_spawn(ex, [x = thing(1)]() mutable -> awaitable<void> {
    co_await z(b{});
  }, use);
  auto c = a ? co_await b() : nothing;
}'
  check co_await
  expect 'bad code' 1 "$status"
  expect 'lines' '2 3 4 6 8' "$(grep -o 'bad.cpp:[0-9]*' <<<"$output" | cut -d: -f2 | sort -n | xargs)"
  rm "$work"/checkout/{good,bad}.cpp
}

format_length_shell_and_words_are_looked_at() {
  file server/model/a.cpp 'int  a ;'
  file server/model/long.cpp "$(yes '' | head -n 400; echo 'int a;')"
  file scripts/bad.sh '#!/bin/bash
echo $1'
  file README.md "see /""root/somewhere"
  check format length shell words
  expect 'exit code' 1 "$status"
  expect_output 'format' 'server/model/a.cpp:1'
  expect_output 'length' 'server/model/long.cpp: more than 400 lines'
  expect_output 'shell' 'SC2086'
  expect_output 'words' 'README.md:1'
}

a_clang_tidy_that_breaks_is_no_clean_check() {
  file server/model/a.cpp 'int a;'
  file build/dev/compile_commands.json "{\"file\": \"$work/checkout/server/model/a.cpp\"}"
  stand_in cmake 'true'
  stand_in clang-tidy 'true'
  check tidy
  expect 'a clean file' 0 "$status"
  stand_in clang-tidy 'exit 1'
  check tidy
  expect 'a break' 1 "$status"
  expect_output 'a break' 'clang-tidy did not come to its end'
  rm "$work"/bin/{cmake,clang-tidy}
}

includes_point_one_way
libraries_stay_in_their_rooms
braced_temporaries_inside_co_await_are_found
format_length_shell_and_words_are_looked_at
a_clang_tidy_that_breaks_is_no_clean_check
echo "$checks checks"
