# shellcheck shell=bash disable=SC2016,SC2034
# For the tests of scripts: a copy of the scripts in a directory of its own, and programs that stand in for the system's.
set -euo pipefail

work=$(mktemp -d)
runner=
trap '[ -z "$runner" ] || kill "$runner" 2>/dev/null || true; rm -rf "$work"' EXIT
checks=0

# copy_scripts: a checkout with nothing but scripts/ and the browser tests' lock file.
copy_scripts() {
  mkdir -p "$work/checkout/tests/browser" "$work/bin"
  cp -r "$KOTOBASHI_SOURCE/scripts" "$work/checkout/"
  cp "$KOTOBASHI_SOURCE"/tests/browser/package*.json "$work/checkout/tests/browser/"
}

# stand_in NAME 'body': a program that comes before the system's.
stand_in() {
  printf '#!/bin/sh\n%s\n' "$2" >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}

# run COMMAND…: fills $output and $status.
run() {
  status=0
  output=$(PATH="$work/bin:$PATH" "$@" 2>&1) || status=$?
}

expect() {
  checks=$((checks + 1))
  [ "$2" = "$3" ] || broken "$1: expected \"$2\", got \"$3\""
}

expect_output() {
  checks=$((checks + 1))
  [[ $output == *"$2"* ]] || broken "$1: \"$2\" is not in the output"
}

broken() {
  printf 'FAILED %s\noutput was:\n%s\n' "$1" "${output-}" >&2
  exit 1
}
