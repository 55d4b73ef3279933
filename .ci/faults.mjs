// Lists from a test report which faults were made, how long each took, by which seed, what was seen, what went wrong, and which the machine
// forbade, by name. With the suite's seconds as the second argument, what is left of the 15 minutes of its short form.
import { readFileSync } from "node:fs";

const shortFormSecondsMax = 900;
const text = readFileSync(process.argv[2], "utf8");
const plain = (xml) => xml.replace(/<!\[CDATA\[|\]\]>/g, "").replace(/&#xA;/g, "\n").replace(/&quot;/g, '"').replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
for (const [, attributes, inside] of text.matchAll(/<test ([^>]*[^/])(?:\/>|>([\s\S]*?)<\/test>)/g)) {
  const of = (name) => attributes.match(new RegExp(`${name}="([^"]*)"`))?.[1] ?? "";
  const outcome = { Pass: "ran", Fail: "FAILED", Skip: "not run" }[of("result")];
  if (outcome === undefined) continue;
  const seed = inside?.match(/FAULT_SEED=-?\d+/)?.[0];
  const took = `${Math.round(Number(of("time")))} s`;
  console.log(`  ${outcome.padEnd(8)} ${took.padStart(5)}  ${plain(of("method")).replaceAll("_", " ")}${seed ? ` (${seed})` : ""}`);
  const said = plain(inside?.match(/<output>([\s\S]*?)<\/output>/)?.[1] ?? inside?.match(/<reason>([\s\S]*?)<\/reason>/)?.[1] ?? "") + "\n" + plain(inside?.match(/<failure[^>]*>([\s\S]*?)<\/failure>/)?.[1] ?? "");
  for (const line of said.split("\n").filter((line) => line.trim() && !line.startsWith("FAULT_SEED"))) console.log(`           ${line.trim()}`);
}
if (process.argv[3]) {
  const seconds = Number(process.argv[3]);
  console.log(`  in all ${seconds} s of ${shortFormSecondsMax} s${seconds > shortFormSecondsMax ? ": ABOVE THE BAR" : ""}`);
}
