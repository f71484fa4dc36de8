#!/bin/bash
# A throw-away PostgreSQL for the tests: "start [DIR]" prints its connection string, "stop [DIR]" removes it; "down [DIR]"
# ends the server in order and "crash [DIR]" at once, and what it holds stays; "up [DIR]" starts it again on the same port.
# It leaves it to the system when bytes reach the disk: servers and processes are killed here, the machine is not.
set -euo pipefail
dir=${2:-/tmp/tajriba-postgres}
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || { echo "PostgreSQL is not installed (apt-get install postgresql)" >&2; exit 1; }
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
serve() {
  as "$bin/pg_ctl" -D "$dir/data" -l "$dir/server.log" -w \
    -o "-p $1 -k $dir -c listen_addresses=127.0.0.1 -c max_connections=300 -c shared_buffers=256MB -c fsync=off -c full_page_writes=off" start >>"$dir.log" 2>&1
}

case ${1:-} in
start)
  if [ ! -f "$dir/port" ] || ! as "$bin/pg_ctl" -D "$dir/data" status >/dev/null 2>&1; then
    rm -rf "$dir"
    mkdir -p "$dir"
    [ "$(id -u)" != 0 ] || chown postgres "$dir"
    as "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$dir.log" 2>&1
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null || echo $((20000 + RANDOM % 20000)))
    serve "$port" || { cat "$dir.log" "$dir/server.log" >&2; exit 1; }
    echo "$port" >"$dir/port"
  fi
  echo "Host=127.0.0.1;Port=$(cat "$dir/port");Username=postgres;Database=postgres"
  ;;
down|crash)
  as "$bin/pg_ctl" -D "$dir/data" -m "$([ "$1" = down ] && echo fast || echo immediate)" -w stop >>"$dir.log" 2>&1
  ;;
up)
  serve "$(cat "$dir/port")"
  ;;
stop)
  [ ! -d "$dir/data" ] || as "$bin/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$dir" "$dir.log"
  ;;
*)
  echo "usage: postgres.sh start|down|crash|up|stop [DIR]" >&2
  exit 2
  ;;
esac
