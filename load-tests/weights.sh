# Sourced by bench: what one of each weighs, for the sizes in docs/operations.md: bytes that a note, and a delivery of a
# directive, leave in PostgreSQL's tables and write to its WAL, and the memory that a connection takes on a node.
# Expects $postgresql_bin, $postgresql_port, $throwaway, $out, $load_tests and the options of bench.
ask() { (cd / && "$postgresql_bin/psql" -h 127.0.0.1 -p "$postgresql_port" -U postgres -d postgres -Atc "$1"); }
stored() { ask 'VACUUM ANALYZE' >/dev/null; ask "SELECT pg_database_size(current_database()) || ' ' || (pg_current_wal_lsn() - '0/0')::bigint"; }

# load SCENARIO [options]: its figures go to $out/SCENARIO; what it prints is kept beside them.
load() {
  mkdir -p "$out/$1"
  dotnet "$load_tests" "$1" --target "http://127.0.0.1:$server_port" --sessions "$throwaway/sessions.tsv" \
    --password "$(<"$data/demo-password")" --out "$out/$1" "${@:2}" >"$out/$1/said" || true
}

# weigh WORD COUNT SCENARIO [options]: bytes for each of what the query COUNT counts.
weigh() {
  local before after count
  count=$(ask "$2")
  before=$(stored)
  load "${@:3}"
  after=$(stored)
  count=$(($(ask "$2") - count))
  awk -v name="$1" -v before="$before" -v after="$after" -v count="$count" 'BEGIN {
    split(before, b, " "); split(after, a, " ")
    printf "%-10s %8d: %6.0f bytes of tables and indexes, %6.0f bytes of WAL each\n", name, count, (a[1] - b[1]) / count, (a[2] - b[2]) / count }'
}

uptime
start_server "${store_option[@]}" "${size[@]}"
offline mint-sessions --users "$people" --role clerk --out "$throwaway/sessions.tsv" "${store_option[@]}"
# The first ones find empty tables and cold caches.
load notify --users 200 --rate 200 --minutes 0.1
weigh note 'SELECT count(*) FROM inbox_item' notify --users 200 --rate 500 --minutes 0.5
weigh delivery 'SELECT count(*) FROM delivery' directive --users 200
stop_server

# Few notes, so that what grows is what connections hold.
few=$((people / 10)) resident=()
for users in "$few" "$people"; do
  start_server "${store_option[@]}" "${size[@]}"
  load notify --users "$users" --rate 1 --minutes 0.5
  resident+=("$(node -p 'Object.entries(JSON.parse(require("fs").readFileSync(process.argv[1])).processes).find(([name]) => name.startsWith("server"))[1].residentMiBMax' "$out/notify/summary.json")")
  stop_server
done
awk -v few="$few" -v many="$people" -v a="${resident[0]}" -v b="${resident[1]}" 'BEGIN {
  printf "connection %8d: %6.0f KiB of memory each (%d MiB with %d, %d MiB with %d)\n", many - few, (b - a) * 1024 / (many - few), a, few, b, many }'
