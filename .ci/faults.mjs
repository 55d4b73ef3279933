// Lists from a test report which faults were made, what was seen, what went wrong, and which the machine forbade, by name.
import { readFileSync } from "node:fs";

const text = readFileSync(process.argv[2], "utf8");
const plain = (xml) => xml.replace(/<!\[CDATA\[|\]\]>/g, "").replace(/&#xA;/g, "\n").replace(/&quot;/g, '"').replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
for (const [, attributes, inside] of text.matchAll(/<test ([^>]*[^/])(?:\/>|>([\s\S]*?)<\/test>)/g)) {
  const of = (name) => attributes.match(new RegExp(`${name}="([^"]*)"`))?.[1] ?? "";
  const outcome = { Pass: "ran", Fail: "FAILED", Skip: "not run" }[of("result")];
  if (outcome === undefined) continue;
  console.log(`  ${outcome.padEnd(8)} ${plain(of("method")).replaceAll("_", " ")}`);
  const said = plain(inside?.match(/<output>([\s\S]*?)<\/output>/)?.[1] ?? inside?.match(/<reason>([\s\S]*?)<\/reason>/)?.[1] ?? "") + "\n" + plain(inside?.match(/<failure[^>]*>([\s\S]*?)<\/failure>/)?.[1] ?? "");
  for (const line of said.split("\n").filter((line) => line.trim() && !line.startsWith("FAULT_SEED"))) console.log(`           ${line.trim()}`);
}
