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
  const at = (cost, value) => `${cost.nodes} nodes ${value}`;
  let within = true;
  for (const [name, of] of [["notes, one person each", "notes"], ["directives, 5,000 wide", "directives"]]) {
    const growth = (costs.at(-1)[of].pushSeconds / costs[0][of].pushSeconds - 1) * 100;
    within &&= growth <= 60;
    const pushes = costs.map((cost) => at(cost, `${cost[of].pushSeconds.toFixed(1)} +- ${cost[of].error.toFixed(1)}`));
    const commits = costs.map((cost) => at(cost, cost[of].commitSeconds.toFixed(0)));
    console.log(`${name}: ${pushes.join(", ")} CPU s per 100,000 pushes, ${growth.toFixed(0)} % more (bar 60)`);
    console.log(`  the acts themselves: ${commits.join(", ")} CPU s per 100,000`);
  }
  console.log(`idle: ${costs.map((cost) => at(cost, cost.idleCores.toFixed(2))).join(", ")} cores`);
  process.exit(within ? 0 : 1);' "$out" ${sizes//,/ }
