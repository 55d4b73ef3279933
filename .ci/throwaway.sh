# Sourced after toolchain.sh: servers for one measurement, in a temporary folder, ended with the script that began them.
# A server's process id is kept and only that is ended.

throwaway='' server_pid='' server_port='' postgresql_pid='' postgresql_port=''

begin_throwaway() {
  throwaway=$(mktemp -d "${TMPDIR:-/tmp}/partyrealtime-bench.XXXXXX")
  chmod 711 "$throwaway"
  data=$throwaway/data
  trap end_throwaway EXIT
  trap 'exit 130' INT TERM
}

end_throwaway() {
  stop_server
  [[ -z $postgresql_pid ]] || as_postgres "$postgresql_bin/pg_ctl" stop -D "$throwaway/postgresql" -m immediate -s || true
  rm -rf "$throwaway"
}

free_port() {
  node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if ((EUID == 0)); then runuser -u postgres -- "$@"; else "$@"; fi
}

find_postgresql() {
  postgresql_bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -1) ||
    stop 'PostgreSQL is needed: sudo apt-get update && sudo apt-get install -y postgresql'
}

start_postgresql() {
  make_postgresql "$throwaway/postgresql"
  run_postgresql "$throwaway/postgresql"
}

# make_postgresql FOLDER: an empty one on a free port.
make_postgresql() {
  local folder=$1
  find_postgresql
  postgresql_port=$(free_port)
  # Under its name only when it is whole: whoever was interrupted begins anew.
  rm -rf "$folder.new"
  mkdir "$folder.new"
  ((EUID != 0)) || chown postgres "$folder.new"
  (cd / && as_postgres "$postgresql_bin/initdb" -D "$folder.new" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync) >/dev/null
  # Only what a machine is sized by; fsync and synchronous_commit stay on, as in production.
  cat >>"$folder.new/postgresql.conf" <<CONF
port = $postgresql_port
listen_addresses = '127.0.0.1'
unix_socket_directories = '$folder'
shared_buffers = 512MB
max_wal_size = 4GB
min_wal_size = 1GB
max_connections = 400
CONF
  mv "$folder.new" "$folder"
}

# age_postgresql: as one that has run for a while, with WAL files to use again. A new one is filled with zeros first, and
# every commit waits for that, 25 to 45 ms on a small machine; at 3,000 notes a second that would be every few seconds.
age_postgresql() {
  local query=(as_postgres "$postgresql_bin/psql" -h 127.0.0.1 -p "$postgresql_port" -U postgres -qAt)
  (cd / && "${query[@]}" -c "SELECT count(pg_logical_emit_message(false, '', repeat('x', 8000000))) FROM generate_series(1, 125)" -c CHECKPOINT) >/dev/null
}

# run_postgresql FOLDER: returns when it answers; one that runs already goes on.
run_postgresql() {
  find_postgresql
  (cd / && as_postgres "$postgresql_bin/pg_ctl" status -D "$1" >/dev/null) ||
    (cd / && as_postgres "$postgresql_bin/pg_ctl" start -D "$1" -w -s -l "$1/server.log")
  postgresql_pid=$(head -1 "$1/postmaster.pid")
}

# start_server [options of run]: returns when it is ready.
start_server() {
  server_port=$(free_port)
  [[ " $* " != *' --store '* ]] || roomy_collector
  ASPNETCORE_CONTENTROOT=$root/src/Web DOTNET_ENVIRONMENT=Production \
    dotnet "$server_dll" --data "$data" --port "$server_port" --operations-port "$(free_port)" "$@" >"$throwaway/server.log" 2>&1 &
  server_pid=$!
  until_ready "$server_pid" "$server_port" || { tail -20 "$throwaway/server.log" >&2; stop 'The server did not become ready.'; }
}

# until_ready PID PORT: 0 when it serves, 1 when the process ended.
until_ready() {
  command -v curl >/dev/null || stop 'curl is needed: sudo apt-get update && sudo apt-get install -y curl'
  until curl -fs -o /dev/null "http://127.0.0.1:$2/health/ready"; do
    kill -0 "$1" 2>/dev/null || return 1
    sleep 0.02
  done
}

stop_server() {
  [[ -n $server_pid ]] || return 0
  kill "$server_pid" 2>/dev/null || true
  wait "$server_pid" 2>/dev/null || true
  server_pid=''
}

# offline VERB …: a command that works beside the running server.
offline() {
  dotnet "$server_dll" "$@" --data "$data"
}

resident_mib() {
  awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$1/status"
}
