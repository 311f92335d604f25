# shellcheck shell=bash disable=SC2016,SC2034
# scripts/run with the programs that were built for the tests, on free ports.
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"
data=$work/data

# Runs it in the background; returns when it has said everything.
start() {
  env --default-signal=INT "$KOTOBASHI_SOURCE/scripts/run" --bin "$KOTOBASHI_BIN" --data "$data" --no-setup --no-desktop \
    --listen 127.0.0.1:0 --public 127.0.0.1:0 >"$work/out" 2>&1 </dev/null &
  runner=$!
  timeout 60 tail --pid="$runner" -n +1 -f "$work/out" | grep -q 'Ctrl-C ends' || true
  output=$(cat "$work/out")
}

interrupt() {
  kill -INT "$runner" || broken 'it has ended already'
  status=0
  wait "$runner" || status=$?
  runner=
}

address() { sed -n "s/^$1: *//p" "$work/out"; }
answers() { (exec 3<>"/dev/tcp/127.0.0.1/${1##*:}") 2>/dev/null; }

the_first_run_makes_the_data_and_the_leads_password() {
  start
  expect 'mode of the directory' 700 "$(stat -c %a "$data")"
  expect 'mode of the password' 600 "$(stat -c %a "$data/first-password")"
  expect 'length of the password' 20 "$(head -n 1 "$data/first-password" | tr -d '\n' | wc -c)"
  expect 'center.toml' '' "$(cmp "$data/center.toml" "$KOTOBASHI_SOURCE/templates/center.example.toml")"
  expect_output 'where the password is' "with the password in $data/first-password"
}

it_answers_until_it_is_interrupted() {
  local board
  board=$(address "Residents' board")
  answers "$board" || broken "nothing listens on $board"
  interrupt
  expect 'exit code' 130 "$status"
  ! answers "$board" || broken 'the server goes on after Ctrl-C'
}

a_later_run_keeps_the_data_and_asks_nothing() {
  printf '\n# ours\n' >>"$data/center.toml"
  rm "$data/first-password"
  start
  expect 'last line of center.toml' '# ours' "$(tail -n 1 "$data/center.toml")"
  [[ $output != *password* ]] || broken 'it speaks of a password although there is an account'
  interrupt
}

a_port_that_is_taken_is_one_clear_line() {
  start
  local taken=${data%/*}/second port
  port=$(address "Residents' board")
  run "$KOTOBASHI_SOURCE/scripts/run" --bin "$KOTOBASHI_BIN" --data "$taken" --no-setup --no-desktop --listen 127.0.0.1:0 \
    --public "127.0.0.1:${port##*:}" </dev/null
  expect 'exit code' 1 "$status"
  expect_output 'which' "127.0.0.1:${port##*:}"
  expect 'lines' 1 "$(wc -l <<<"$output")"
  interrupt
}

a_typed_password_waits_for_a_server_and_goes_when_it_has_it() {
  start
  local typed=$work/typed port command
  port=$(address "Residents' board")
  command="'$KOTOBASHI_SOURCE/scripts/run' --bin '$KOTOBASHI_BIN' --data '$typed' --no-setup --no-desktop --listen 127.0.0.1:0"
  run script -qec "$command --public '127.0.0.1:${port##*:}'" /dev/null < <(sleep 1; echo typed-by-hand; sleep 1; echo typed-by-hand; sleep 1)
  expect_output 'the question' 'Choose a password'
  expect 'mode of the password' 600 "$(stat -c %a "$typed/typed-password")"
  interrupt
  data=$typed start
  [[ $output != *'with the password in'* ]] || broken 'it takes a typed password for one of its own'
  expect 'files with the password' 0 "$(grep -rl typed-by-hand "$typed" | wc -l)"
  expect 'signed in' 201 "$(curl -s -o /dev/null -w '%{http_code}' "$(address 'Staff and volunteers')/api/v1/sessions" \
    -H 'Content-Type: application/json' -d '{"account": "lead", "password": "typed-by-hand"}')"
  interrupt
}

a_data_directory_that_cannot_be_made_is_one_clear_line() {
  run "$KOTOBASHI_SOURCE/scripts/run" --bin "$KOTOBASHI_BIN" --data /dev/null/data --no-setup --no-desktop </dev/null
  expect 'exit code' 1 "$status"
  expect 'output' 'run: cannot make the data directory /dev/null/data' "$output"
}

if [ ! -x "$KOTOBASHI_BIN/kotobashi-server" ]; then broken 'kotobashi-server was not built'; fi
the_first_run_makes_the_data_and_the_leads_password
it_answers_until_it_is_interrupted
a_later_run_keeps_the_data_and_asks_nothing
a_port_that_is_taken_is_one_clear_line
a_typed_password_waits_for_a_server_and_goes_when_it_has_it
a_data_directory_that_cannot_be_made_is_one_clear_line
echo "$checks checks"
