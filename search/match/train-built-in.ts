import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { BUILT_IN_FILE } from "./vectors/built-in";
import { CORPUS_FOLDER, readCorpus, readNeedLines } from "./vectors/corpus";
import { checksumOf, writeTable } from "./vectors/table";
import { type TrainingText, trainTable } from "./vectors/train";

/**
 * Trains the table that is shipped:
 *   npm run match:train -- --csl FILE --version built-in-1
 * FILE holds abstracts of the CSL set (github.com/ydli-ai/CSL, Apache-2.0), one JSON object a line
 * with source, title, abstract and keywords; rows of another source are passed over.
 */
const { values } = parseArgs({
  options: { csl: { type: "string" }, version: { type: "string", default: "built-in-1" } },
});
if (values.csl === undefined) throw new Error("--csl FILE is missing");

const abstracts = (await readFile(values.csl, "utf8"))
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => JSON.parse(line) as Record<string, unknown>)
  .filter((row) => row.source === "csl")
  .map(
    (row): TrainingText => ({
      title: String(row.title ?? ""),
      text: String(row.abstract ?? ""),
      keywords: Array.isArray(row.keywords) ? row.keywords.map(String) : [],
    }),
  );
const lines = await readCorpus();
const needs = await readNeedLines();
const sources = [
  {
    name: "CSL abstracts (github.com/ydli-ai/CSL, Apache-2.0)",
    texts: abstracts.length,
    characters: abstracts.reduce((sum, one) => sum + one.title.length + one.text.length, 0),
  },
  {
    name: `terminology of this project (${CORPUS_FOLDER})`,
    texts: lines.length,
    characters: lines.reduce((sum, line) => sum + Object.values(line).join("").length, 0),
  },
  {
    name: `needs with the titles that serve them, of this project (${CORPUS_FOLDER}/needs)`,
    texts: needs.length,
    characters: needs.reduce(
      (sum, one) => sum + one.title.length + one.text.length + one.answers.join("").length,
      0,
    ),
  },
];
const started = performance.now();
const table = trainTable(values.version, abstracts, lines, needs, {
  sources,
  trainedOn: new Date().toISOString().slice(0, 10),
});
const file = writeTable(table);
await writeFile(BUILT_IN_FILE, file);
const recipe = {
  version: table.version,
  checksum: checksumOf(file),
  bytes: file.length,
  units: table.rowOf.size,
  dimensions: table.dimensions,
  ...table.recipe,
};
await writeFile(
  path.join(path.dirname(BUILT_IN_FILE), "built-in.json"),
  `${JSON.stringify(recipe, null, 2)}\n`,
);
process.stdout.write(
  `${table.rowOf.size} units, ${(file.length / 1e6).toFixed(1)} MB, ${((performance.now() - started) / 1000).toFixed(0)} s\n`,
);
