import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { buildIfNeeded, generateClient } from "../app/server/build-if-needed.ts";

/**
 * Runs every check: `npm test`, or some of them: `npm test -- types unit`. What needs one core goes
 * two at a time, the cheapest first. A static check counts as one test. The last line is
 * "N passed, N failed".
 */
interface Count {
  passed: number;
  failed: number;
}

const REPORTS = "test-results";
const bin = (name: string) => path.join("node_modules", ".bin", name);

const STAGES: Record<string, () => Promise<Count>> = {
  types: () => check(bin("tsc"), ["--noEmit", "-p", "."]),
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
  unused: () => check(bin("knip"), []),
  unit: () => vitest("unit"),
  // Before the tests that start the built market from several processes at once.
  build: () => succeed(() => buildIfNeeded(console.log)),
  integration: () => vitest("integration"),
  browser: () => playwright(),
};

/** What takes both cores, or starts the built market from several processes at once. */
const ALONE = new Set(["integration", "browser"]);
const LANES = 2;

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
const chosen = Object.keys(STAGES).filter((name) => wanted.length === 0 || wanted.includes(name));
const waiting = chosen.filter((name) => !ALONE.has(name));
const lane = async () => {
  for (let name = waiting.shift(); name; name = waiting.shift()) await runStage(name);
};
await Promise.all(Array.from({ length: LANES }, lane));
for (const name of chosen.filter((one) => ALONE.has(one))) await runStage(name);
console.log(`\n${lines.join("\n")}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);

async function runStage(name: string): Promise<void> {
  const startedAt = performance.now();
  if (ALONE.has(name)) console.log(`\n== ${name}`);
  const { passed, failed } = (await STAGES[name]?.()) ?? { passed: 0, failed: 1 };
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  lines.push(`${name.padEnd(12)} ${passed} passed, ${failed} failed  (${seconds} s)`);
}

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
  const options = [
    ...["run", "--project", project, "--passWithNoTests"],
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ];
  const code = await run(bin("vitest"), options, ALONE.has(project));
  const result = readReport<{ numPassedTests: number; numFailedTests: number }>(report);
  return settle(code, { passed: result?.numPassedTests ?? 0, failed: result?.numFailedTests ?? 0 });
}

async function playwright(): Promise<Count> {
  const report = path.join(REPORTS, "browser.json");
  fs.rmSync(report, { force: true });
  const code = await run(bin("playwright"), ["test"], true);
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

/** Streams the output; what runs beside others prints when it has ended, so that no lines mix. */
function run(command: string, args: string[], isStreamed = false): Promise<number> {
  return new Promise((resolve) => {
    const stdio = isStreamed ? "inherit" : "pipe";
    const child = spawn(command, args, { stdio: ["ignore", stdio, stdio] });
    const printed: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => void printed.push(chunk));
    }
    child.once("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once("close", (code) => {
      if (!isStreamed)
        console.log(`\n== ${[command, ...args].join(" ")}\n${Buffer.concat(printed)}`);
      resolve(code ?? 1);
    });
  });
}
