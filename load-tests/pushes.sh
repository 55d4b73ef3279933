# Sourced by bench: the same pushes on clusters of several sizes, each in a run of its own, and how much more the largest
# needs. Expects $out, $rest and the options of bench.
sizes=${nodes/#1/2,4,8}
((${#size[@]})) && rest+=("${size[@]}")
for count in ${sizes//,/ }; do
  "$root/load-tests/bench" pushes --nodes "$count" --people "$people" --out "$out/$count" "${rest[@]}"
done
node -e '
  const [out, ...sizes] = process.argv.slice(1);
  const costs = sizes.map((size) => JSON.parse(require("fs").readFileSync(`${out}/${size}/pushes.json`)));
  const per = (seconds) => seconds.toFixed(1);
  for (const cost of costs) {
    console.log(`${cost.nodes} nodes, CPU s per 100,000`);
    console.log(`  idle      ${cost.idleCores.toFixed(3)} cores; ${cost.idleCoresNotes.toFixed(3)} with the readers of notes, ${cost.idleCoresDirectives.toFixed(3)} with the desks`);
    console.log(`  notes     commits ${per(cost.noteCommitSeconds)} + database ${per(cost.noteDatabaseSeconds)}; pushes ${per(cost.noteSeconds)}, routed notes ${per(cost.routedNoteSeconds)} (${(cost.notePushes / cost.notes).toFixed(1)} pushes each)`);
    console.log(`  delivery  commits ${per(cost.deliveryCommitSeconds)} + database ${per(cost.deliveryDatabaseSeconds)}; pushes ${per(cost.directiveSeconds)}`);
  }
  let within = true;
  for (const [name, seconds] of [["notes, one person each", "noteSeconds"], ["directives, 5,000 wide", "directiveSeconds"]]) {
    const values = costs.map((cost) => cost[seconds]);
    const growth = (values.at(-1) / values[0] - 1) * 100;
    within &&= growth <= 60;
    console.log(`${name.padEnd(24)} ${costs.map((cost, at) => `${cost.nodes} nodes ${values[at].toFixed(1)}`).join(", ")} CPU s per 100,000; ${growth.toFixed(0)} % more`);
  }
  process.exit(within ? 0 : 1);' "$out" ${sizes//,/ }
