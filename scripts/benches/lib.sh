# shellcheck shell=bash disable=SC2034
# Shared by the benches: the work directory, the programs that run during a bench, and the figures.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../lib.sh"

{
  programs=$root/build/release/bin
  results=$root/build/bench
  work=${KOTOBASHI_BENCH_WORK:-}       # a temporary directory on the disk that counts
  sync=${KOTOBASHI_BENCH_SYNC:-null}   # what kotobashi-bench sync-time said, JSON
  last_pid='' server_pid='' nginx_pid='' pg_pid='' staff='' public=''
}
started=()

quick() { [ "${KOTOBASHI_QUICK:-false}" = true ]; }

# A port of the loopback that nobody listens on.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 10000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { printf '%s' "$port"; return; }
  done
}

# background LOG COMMAND…: the process id stands in $last_pid; stop_all ends it.
background() {
  local log=$1
  shift
  "$@" >"$log" 2>&1 &
  last_pid=$!
  started+=("$last_pid")
}

stop() {
  kill "-${2:-TERM}" "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

stop_all() {
  local pid
  for pid in "${started[@]}"; do stop "$pid" INT; done
  started=()
}
trap stop_all EXIT
trap 'exit 130' INT TERM

# wait_until WHAT COMMAND…: until the command succeeds, at most 20 seconds.
wait_until() {
  local what=$1 tries=0
  shift
  until "$@" >/dev/null 2>&1; do
    [ $((tries += 1)) -lt 400 ] || fail "$what did not start"
    sleep 0.05
  done
}

# The server on fresh data (or on $data), with ports of its own: $staff, $public, $server_pid.
start_server() {
  data=${data:-$(mktemp -d "$work/data-XXXXXX")}
  staff=127.0.0.1:$(free_port) public=127.0.0.1:$(free_port)
  [ -f "$data/password" ] || printf 'bench-%s-password\n' "$RANDOM$RANDOM" >"$data/password"
  [ -f "$data/center.toml" ] || cp "$root/templates/center.example.toml" "$data/center.toml"
  background "$data/server.log" "$programs/kotobashi-server" --data "$data" --templates "$root/templates" --langpacks "$root/langpacks" \
    --listen "$staff" --public "$public" --first-account lead --first-password-file "$data/password" "$@"
  server_pid=$last_pid
  wait_until "kotobashi-server (see $data/server.log)" curl -sf "http://$public/healthz"
}

# --- the server's API, as the lead

sign_in() {
  token=$(curl -sf "http://$staff/api/v1/sessions" -H 'Content-Type: application/json' \
    -d "{\"account\": \"lead\", \"password\": \"$(cat "$data/password")\"}" | sed 's/.*"token": *"\([^"]*\)".*/\1/')
}

# api METHOD PATH JSON [curl's options]: prints the reply; ends the bench where it is a refusal.
api() {
  local reply
  reply=$(curl -s --fail-with-body -X "$1" "http://$staff$2" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
    -H "Idempotency-Key: $RANDOM$RANDOM$RANDOM" -d "$3" "${@:4}") || fail "$1 $2: $reply"
  printf '%s' "$reply"
}

# publish TOPIC PARAMETERS: a notice in every language that is ready.
publish() {
  local id
  id=$(api POST /api/v1/notices "{\"template\": \"$1\", \"parameters\": $2}" | sed 's/.*"id": *"\([^"]*\)".*/\1/')
  api POST "/api/v1/notices/$id/publish" '{}' -H 'If-Match: "1"' >/dev/null
}

# nginx with one worker in $work/nginx, from the server block on standard input; $nginx_pid is the worker's.
start_nginx() {
  local folder=$work/nginx
  mkdir -p "$folder"
  {
    printf 'load_module /usr/lib/nginx/modules/ngx_nchan_module.so;\n'
    printf 'daemon off; worker_processes 1; pid %s/pid; error_log %s/error.log;\n' "$folder" "$folder"
    [ "$(id -u)" != 0 ] || printf 'user root;\n'
    printf 'events { worker_connections 20000; }\nhttp {\n  access_log off; sendfile on; tcp_nopush on; server_tokens off;\n'
    printf '  client_body_temp_path %s/body; proxy_temp_path %s/proxy; fastcgi_temp_path %s/fastcgi;\n' "$folder" "$folder" "$folder"
    printf '  uwsgi_temp_path %s/uwsgi; scgi_temp_path %s/scgi;\n' "$folder" "$folder"
    cat
    printf '}\n'
  } >"$folder/nginx.conf"
  background "$folder/out.log" nginx -c "$folder/nginx.conf" -p "$folder"
  local main=$last_pid
  wait_until "nginx (see $folder/error.log)" pgrep -P "$main"
  nginx_pid=$(pgrep -P "$main")
}

# PostgreSQL of its own in $work/postgres, defaults but for where it listens: only on a socket in its directory.
start_postgres() {
  local pg=/usr/lib/postgresql/15/bin
  pg_folder=$work/postgres
  pg_as=()
  mkdir -p "$pg_folder"
  if [ "$(id -u)" = 0 ]; then
    chown postgres "$pg_folder"
    pg_as=(setpriv --reuid=postgres --regid=postgres --init-groups)
  fi
  (cd / && "${pg_as[@]}" "$pg/initdb" -D "$pg_folder/data" -U bench --auth=trust -E UTF8 --locale=C) >"$work/initdb.log"
  background "$work/postgres.log" "${pg_as[@]}" "$pg/postgres" -D "$pg_folder/data" -k "$pg_folder" \
    -c listen_addresses= -c synchronous_commit=on
  pg_pid=$last_pid
  wait_until "PostgreSQL (see $work/postgres.log)" "$pg/pg_isready" -h "$pg_folder"
}
pg_sql() { psql -h "$pg_folder" -U bench -d postgres -v ON_ERROR_STOP=1 -qAt "$@"; }

# --- figures: one line each, ours against the peer's or against a limit

# json_values KEY: what flat JSON objects on standard input have there, one a line.
json_values() { sed -n "s/.*\"$1\": *\"\{0,1\}\([^\",}]*\).*/\1/p"; }
json_value() { json_values "$1" | head -n 1; }
calc() { awk "BEGIN {printf \"%.6g\", ($1)}"; }
median() { sort -g | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }

begin_figures() {
  tsv=$results/$1.tsv
  : >"$tsv"
}

# figure NAME UNIT OURS PEER RULE BOUND: RULE is at-least or at-most, for the ratio ours/peer; PEER "-" bounds OURS itself.
figure() {
  local compared=$3
  [ "$4" = - ] || compared=$(calc "$3 / $4")
  local reached=no
  case $5 in
    at-least) [ "$(calc "$compared >= $6")" = 0 ] || reached=yes ;;
    at-most) [ "$(calc "$compared <= $6")" = 0 ] || reached=yes ;;
    shown) reached=- ;;
  esac
  printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" "$compared" "$5" "$6" "$reached" >>"$tsv"
}

# end_figures NAME: the figures as JSON, with the sync time and the date.
end_figures() {
  awk -F'\t' -v name="$1" -v sync="$sync" -v now="$(date -u +%Y-%m-%dT%H:%M:%SZ)" -v quick="${KOTOBASHI_QUICK:-false}" '
    BEGIN { printf "{\"bench\": \"%s\", \"at\": \"%s\", \"quick\": %s, \"sync_time\": %s, \"figures\": [", name, now, quick, sync }
    { printf "%s\n  {\"name\": \"%s\", \"unit\": \"%s\", \"ours\": %s, \"peer\": %s, \"compared\": %s, \"rule\": \"%s\", \"bound\": %s, \"reached\": %s}",
        (NR > 1 ? "," : ""), $1, $2, $3, ($4 == "-" ? "null" : $4), $5, $6, ($7 == "-" ? "null" : $7),
        ($8 == "-" ? "null" : $8 == "yes" ? "true" : "false") }
    END { print "\n]}" }' "$tsv" >"$results/$1.json"
}

print_table() {
  local name
  printf '\n%-60s %12s %12s %8s  %-14s %s\n' 'bench' 'ours' 'peer' 'ratio' 'must reach' ''
  for name in "$@"; do
    [ -f "$results/$name.tsv" ] || continue
    awk -F'\t' '{
      ratio = $4 == "-" ? "" : sprintf("%.2f", $5)
      must = $6 == "shown" ? "" : ($6 == "at-least" ? ">= " : "<= ") $7 ($4 == "-" ? " " $2 : " x")
      printf "%-60s %12.6g %12s %8s  %-14s %s\n", ($2 == "" ? $1 : $1 " (" $2 ")"), $3, ($4 == "-" ? "" : sprintf("%.6g", $4)), ratio, must,
        ($8 == "yes" ? "ok" : $8 == "no" ? "NOT REACHED" : "")
    }' "$results/$name.tsv"
  done
}

all_reached() {
  local name
  for name in "$@"; do
    if grep -q $'\tno$' "$results/$name.tsv" 2>/dev/null; then return 1; fi
  done
}
