import { verdictLines } from "./verdict-text-rules";
import { type KnownKey, verifyTranscript } from "./verify-transcript-rules";

// The stand-alone verifier for the command line: bundled into one file without any other, with the
// market's keys in place of the name below. `node verify-auction.mjs transcript.json`
declare const MARKET_KEYS: readonly KnownKey[];

const [, , file] = process.argv;
if (!file) {
  process.stderr.write("用法 / usage: node verify-auction.mjs transcript.json\n");
  process.exit(2);
}
const { readFile } = await import("node:fs/promises");
const text = await readFile(file, "utf8");
const verdict = await verifyTranscript(text, MARKET_KEYS);
const lines = [...verdictLines(verdict, "zh-CN"), "", ...verdictLines(verdict, "en")];
process.stdout.write(`${lines.join("\n")}\n`);
process.exitCode = verdict.isValid ? 0 : 1;
