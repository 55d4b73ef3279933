# Sourced by bench: what a first start, a restart and a restart by ./run cost, and what the process holds 10 s after it
# is ready. Wall time is what people wait; CPU time is what stays the same on a busy machine.
report() {
  local ready=$1 pid=$2
  printf '%-34s ready after %6.2f s wall, %5.2f s CPU\n' "$3" "$ready" \
    "$(awk -v hz="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); split($0, f, " "); print (f[12] + f[13]) / hz }' "/proc/$pid/stat")"
}
since() { awk -v a="$1" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }'; }

uptime
for name in 'first start, empty data' 'restart' 'restart'; do
  began=$EPOCHREALTIME
  start_server "${store_option[@]}" "${size[@]}"
  report "$(since "$began")" "$server_pid" "$name"
  if [[ $name == restart ]]; then
    sleep 10
    printf '%-34s %d MiB resident 10 s later\n' '' "$(resident_mib "$server_pid")"
  fi
  stop_server
done

for name in './run, nothing changed' './run, nothing changed'; do
  began=$EPOCHREALTIME
  port=$(free_port)
  "$root/run" --data "$data" --port "$port" --operations-port "$(free_port)" "${store_option[@]}" >"$throwaway/server.log" 2>&1 &
  server_pid=$!
  until_ready "$server_pid" "$port" || stop './run ended.'
  report "$(since "$began")" "$server_pid" "$name"
  stop_server
done
