# shellcheck shell=bash
# Shared by the scripts beside it: `. "$(dirname "$0")/lib.sh"`.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck disable=SC2034 # used by scripts
jobs=$(nproc)

say() { printf '%s\n' "$@"; }
warn() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
fail() {
  warn "$@"
  exit 1
}

# Prints the comment at the top of the script: that is its help.
help() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0"; }

# Runs a command as root: directly, or through sudo.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo -- "$@"
  else
    warn "this needs root, and there is no sudo: $*"
    return 1
  fi
}

# Under sudo: the person who called it, where the checkout is theirs. What is built and stored must belong to them.
caller() {
  [ "$(id -u)" = 0 ] && [ "${SUDO_UID:-0}" != 0 ] && [ "$(stat -c %u "$root")" = "$SUDO_UID" ] && printf '%s' "$SUDO_UID"
}

# Runs the script again as that person, if there is one. Call with the script's own arguments.
leave_root() {
  local person
  person=$(caller) || return 0
  exec sudo --user="#$person" --set-home -- "$0" "$@"
}

# build_file NAME: makes build/ and the file, which belong to the caller, and prints its path.
build_file() {
  local file=$root/build/$1 person
  mkdir -p "${file%/*}" && touch "$file"
  if person=$(caller); then chown "$person" "$root/build" "${file%/*}" "$file"; fi
  printf '%s' "$file"
}

# configure PRESET [cmake's options]
configure() {
  local preset=$1 log
  shift
  log=$(build_file "configure-$preset.log")
  cmake --preset "$preset" -S "$root" "$@" >"$log" 2>&1 && return 0
  cat "$log" >&2
  fail "cmake did not finish"
}

# project_files [PATTERN…]: files that are tracked, or new and not ignored.
project_files() {
  (cd "$root" && git ls-files --cached --others --exclude-standard -- "$@" | sort -u | while IFS= read -r file; do
    [ ! -f "$file" ] || printf '%s\n' "$file"
  done)
}
