# Sourced by cluster: starts and ends the parts of a cluster. Expects $root, $folder (its data), and the tool scripts.
# A node keeps the options that it was started with in node-N/start, its process id in node-N/pid.

cluster_name() { echo "$folder" | sha256sum | cut -c1-12; }

cluster_store() { echo "Host=127.0.0.1;Port=$(<"$folder/postgresql.port");Username=postgres;Database=postgres;Maximum Pool Size=24"; }

# is_ours PIDFILE FOLDER: whether that process runs and was started for the folder. A number that was kept over a restart of
# the machine is somebody else's by now.
is_ours() {
  local command
  [[ -f $1 ]] && command=$(tr '\0' ' ' 2>/dev/null <"/proc/$(<"$1")/cmdline") && [[ $command == *"$2"* ]]
}

node_alive() { is_ours "$folder/node-$1/pid" "$folder/node-$1/"; }

node_numbers() { compgen -G "$folder/node-*" | sed 's/.*node-//' | sort -n; }

need_node() {
  [[ ${1:-} =~ ^[0-9]+$ && -f $folder/node-$1/start ]] || stop "There is no node ${1:-without a number}. Nodes: $(node_numbers | xargs)"
}

cluster_up() {
  if [[ $(cluster_status) == *' pid '* ]]; then
    stop 'The cluster runs already; ./cluster status shows it, ./cluster down ends it.'
  fi
  mkdir -p "$folder/files"
  chmod 755 "$folder"
  cluster_store_up
  [[ -z $redis ]] || cluster_redis_up
  rm -rf "$folder"/node-*
  local number
  for ((number = 1; number <= nodes + edges; number++)); do
    make_node "$number" "$([[ $number -le $nodes ]] && echo web,silo || echo web)"
  done
  # The first alone: it migrates and seeds.
  run_node 1
  until_node_ready 1
  for ((number = 2; number <= nodes + edges; number++)); do run_node "$number"; done
  for ((number = 2; number <= nodes + edges; number++)); do until_node_ready "$number"; done
  cluster_status
  [[ ! -s $folder/node-1/data/demo-password ]] || echo "demo password: $(<"$folder/node-1/data/demo-password")"
}

cluster_store_up() {
  [[ -d $folder/postgresql ]] || make_postgresql "$folder/postgresql"
  sed -n 's/^port = //p' "$folder/postgresql/postgresql.conf" | tail -1 >"$folder/postgresql.port"
  run_postgresql "$folder/postgresql"
}

cluster_redis_up() {
  command -v redis-server >/dev/null || stop 'Redis is needed: sudo apt-get update && sudo apt-get install -y redis-server'
  # One whose nodes were all killed still runs, and would be nobody's when its number is written over.
  cluster_redis_down
  local port
  port=$(free_port)
  echo "$port" >"$folder/redis.port"
  redis-server --port "$port" --bind 127.0.0.1 --save '' --appendonly no --dir "$folder" --daemonize no >"$folder/redis.log" 2>&1 &
  echo $! >"$folder/redis.pid"
}

# Redis writes its own words over its command line; it works in the folder.
cluster_redis_down() {
  [[ -f $folder/redis.pid ]] || return 0
  local pid
  pid=$(<"$folder/redis.pid")
  if [[ $(cat "/proc/$pid/comm" 2>/dev/null) == redis-server && /proc/$pid/cwd -ef $folder ]]; then
    kill "$pid" 2>/dev/null || true
    while [[ /proc/$pid/cwd -ef $folder ]]; do sleep 0.05; done
  fi
  rm -f "$folder/redis.pid" "$folder/redis.port"
}

# make_node NUMBER ROLES
make_node() {
  local node=$folder/node-$1 ports
  mkdir -p "$node/data"
  ports=$(node -e '
    const net = require("net"), found = [];
    const next = () => { const s = net.createServer(); s.listen(0, "127.0.0.1", () => { found.push(s); found.length < 3 ? next() : done(); }); };
    const done = () => { console.log(found.map(s => s.address().port).join(" ")); found.forEach(s => s.close()); };
    next();')
  read -r web operations silo <<<"$ports"
  local start=(--cluster "$(cluster_name)" --node "node-$1" --roles "$2" --data "$node/data" --files "$folder/files"
    --port "$web" --operations-port "$operations" --silo-port "$silo")
  [[ -z $redis ]] || start+=(--redis "127.0.0.1:$(<"$folder/redis.port")" --push redis)
  printf '%s\n' "${start[@]}" "${options[@]}" >"$node/start"
  echo "$web" >"$node/port"
}

run_node() {
  local node=$folder/node-$1 start
  mapfile -t start <"$node/start"
  roomy_collector
  PARTYREALTIME_STORE=$(cluster_store) ASPNETCORE_CONTENTROOT=$root/src/Web DOTNET_ENVIRONMENT=${DOTNET_ENVIRONMENT:-Production} \
    setsid dotnet "$server_dll" "${start[@]}" >"$node/out" 2>>"$node/log" </dev/null &
  echo $! >"$node/pid"
}

until_node_ready() {
  until_ready "$(<"$folder/node-$1/pid")" "$(<"$folder/node-$1/port")" ||
    { tail -20 "$folder/node-$1/log" >&2; stop "Node $1 did not become ready."; }
}

cluster_status() {
  local number
  for number in $(node_numbers); do
    if node_alive "$number"; then
      echo "node $number pid $(<"$folder/node-$number/pid") http://127.0.0.1:$(<"$folder/node-$number/port")"
    else
      echo "node $number down"
    fi
  done
}

# cluster_signal SIGNAL NUMBER: returns when the node is gone.
cluster_signal() {
  need_node "$2"
  node_alive "$2" || stop "Node $2 does not run."
  local pid
  pid=$(<"$folder/node-$2/pid")
  kill "-$1" "$pid"
  while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done
}

cluster_start() {
  need_node "$1"
  node_alive "$1" && stop "Node $1 runs."
  run_node "$1"
  until_node_ready "$1"
  cluster_status | grep "^node $1 "
}

cluster_down() {
  local number
  for number in $(node_numbers); do
    node_alive "$number" && kill "$(<"$folder/node-$number/pid")"
  done
  for number in $(node_numbers); do
    while node_alive "$number"; do sleep 0.05; done
    rm -f "$folder/node-$number/pid"
  done
  cluster_redis_down
  if [[ -f $folder/postgresql/postmaster.pid ]]; then
    find_postgresql
    (cd / && as_postgres "$postgresql_bin/pg_ctl" stop -D "$folder/postgresql" -m fast -s)
  fi
  # Whoever ends throw-away servers after this looks for no PostgreSQL in a folder of their own.
  postgresql_pid=''
}
