# shellcheck shell=bash disable=SC2016,SC2034
# scripts/setup on machines that lack something: dpkg-query, apt-get and npm are stand-ins, everything else is real.
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"
copy_scripts
setup=$work/checkout/scripts/setup
lock=$work/checkout/tests/browser/package-lock.json

all_installed='for p; do case $p in -*) ;; *) echo "installed $p" ;; esac; done'
nothing_installed='exit 1'
record='echo "$*" >>'"$work/asked"

browser_packages_installed() {
  mkdir -p "${lock%/*}/node_modules"
  cp "$lock" "${lock%/*}/node_modules/.installed-from"
}

without_a_network_it_names_what_is_missing_and_exits_1() {
  stand_in dpkg-query "$nothing_installed"
  stand_in apt-get 'exit 100'
  stand_in sudo 'shift; exec "$@"'
  run "$setup" --no-tests --no-desktop
  expect 'exit code' 1 "$status"
  expect_output 'each package' 'libsodium-dev'
  expect_output 'why it is needed' 'Argon2id and secret boxes'
  expect_output 'the line for later' 'apt-get install --no-install-recommends ccache cmake'
  [[ $output != *qt6* ]] || broken 'Qt is not wanted with --no-desktop'
  [[ $output != *chromium* ]] || broken 'Chromium is not wanted with --no-tests'
}

with_everything_there_it_says_and_does_nothing() {
  stand_in dpkg-query "$all_installed"
  stand_in apt-get "$record"
  browser_packages_installed
  run "$setup"
  expect 'exit code' 0 "$status"
  expect 'output' '' "$output"
  [ ! -e "$work/asked" ] || broken 'apt-get was called although nothing is missing'
}

one_missing_package_is_the_only_one_installed() {
  stand_in dpkg-query "$all_installed | grep -v libfmt-dev"
  stand_in apt-get "$record"
  browser_packages_installed
  run "$setup"
  expect 'exit code' 0 "$status"
  expect 'packages' ' libfmt-dev' "$(sed -n 's/.*--no-install-recommends//p' "$work/asked")"
  rm "$work/asked"
}

the_bench_peers_come_only_when_asked_for() {
  stand_in dpkg-query "$nothing_installed"
  run "$setup" --list
  [[ $output != *postgresql* ]] || broken 'PostgreSQL without --bench'
  run "$setup" --list --bench
  expect_output 'the peers' 'postgresql-15'
  expect_output 'the peers' 'libnginx-mod-nchan'
}

browser_packages_that_cannot_come_are_named() {
  stand_in dpkg-query "$all_installed"
  stand_in npm 'exit 1'
  rm -rf "${lock%/*}/node_modules"
  run "$setup"
  expect 'exit code' 1 "$status"
  expect_output 'the line for later' 'npm ci'
}

an_unknown_option_is_refused() {
  run "$setup" --everything
  expect 'exit code' 1 "$status"
  expect_output 'which' 'unknown option --everything'
}

without_a_network_it_names_what_is_missing_and_exits_1
with_everything_there_it_says_and_does_nothing
one_missing_package_is_the_only_one_installed
the_bench_peers_come_only_when_asked_for
browser_packages_that_cannot_come_are_named
an_unknown_option_is_refused
echo "$checks checks"
