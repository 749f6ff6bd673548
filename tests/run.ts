import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { buildIfNeeded, generateClient } from "../app/server/build-if-needed.ts";

/**
 * Runs every check, cheapest first: `npm test`, or some of them: `npm test -- types unit`.
 * A static check counts as one test. The last line is "N passed, N failed".
 */
interface Count {
  passed: number;
  failed: number;
}

const REPORTS = "test-results";
const bin = (name: string) => path.join("node_modules", ".bin", name);

const STAGES: Record<string, () => Promise<Count>> = {
  format: () => check(bin("biome"), ["ci", "--colors=off", "--error-on-warnings", "."]),
  imports: () =>
    check(bin("depcruise"), [
      "--config",
      ".dependency-cruiser.cjs",
      "app",
      "search",
      "prisma",
      "tests",
    ]),
  types: () => check(bin("tsc"), ["--noEmit", "-p", "."]),
  unused: () => check(bin("knip"), []),
  unit: () => vitest("unit"),
  // Before the tests that start the built market from several processes at once.
  build: () => succeed(() => buildIfNeeded(console.log)),
  integration: () => vitest("integration"),
  browser: () => playwright(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STAGES[name]);
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. Known: ${Object.keys(STAGES).join(", ")}.`);
  process.exit(2);
}

fs.mkdirSync(REPORTS, { recursive: true });
await generateClient();
const total: Count = { passed: 0, failed: 0 };
const lines: string[] = [];
for (const [name, run] of Object.entries(STAGES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  const startedAt = performance.now();
  const { passed, failed } = await run();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  lines.push(`${name.padEnd(12)} ${passed} passed, ${failed} failed  (${seconds} s)`);
}
console.log(`\n${lines.join("\n")}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);

async function check(command: string, args: string[]): Promise<Count> {
  return (await run(command, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function succeed(work: () => Promise<unknown>): Promise<Count> {
  try {
    await work();
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

async function vitest(project: string): Promise<Count> {
  const report = path.join(REPORTS, `${project}.json`);
  fs.rmSync(report, { force: true });
  const code = await run(bin("vitest"), [
    ...["run", "--project", project, "--passWithNoTests"],
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ]);
  const result = readReport<{ numPassedTests: number; numFailedTests: number }>(report);
  return settle(code, { passed: result?.numPassedTests ?? 0, failed: result?.numFailedTests ?? 0 });
}

async function playwright(): Promise<Count> {
  const report = path.join(REPORTS, "browser.json");
  fs.rmSync(report, { force: true });
  const code = await run(bin("playwright"), ["test"]);
  const stats = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(
    report,
  )?.stats;
  const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  return settle(code, { passed, failed: stats?.unexpected ?? 0 });
}

/** A runner that failed without naming a test (a file that does not load) counts as one failure. */
function settle(code: number, count: Count): Count {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function readReport<T>(file: string): T | null {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, "utf8")) as T) : null;
}

/** Streams the output; colours and progress as the runner likes. */
function run(command: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
