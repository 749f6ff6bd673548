import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { StartError } from "./friendly-errors.ts";
import { runScript } from "./run-script.ts";

const STAMP = "build/.stamp";
/** Generated; the seed and the commands import it from its source place. */
const CLIENT = "prisma/client/client.ts";
const SOURCES = ["app", "search", "prisma/schema", "public"];
const FILES = [
  "package-lock.json",
  "prisma.config.ts",
  "remix.config.js",
  "tsconfig.json",
  "vite.config.ts",
];
/** Parts of `app` that do not enter the build. */
const NOT_BUILT = new Set(["app/server"]);

/**
 * Generates the database client and builds the pages when the sources changed since the last build.
 * Returns true when something was built. Throws StartError with the end of the output.
 */
export async function buildIfNeeded(announce: (text: string) => void): Promise<boolean> {
  const digest = digestOfSources();
  if (!fs.existsSync(CLIENT)) await generateClient();
  if (readStamp() === digest && fs.existsSync("build/server/index.js")) return false;
  announce("Building the pages (once, about half a minute) …");
  await generateClient();
  await runTool("@remix-run/dev/dist/cli.js", ["vite:build"], { NODE_ENV: "production" });
  fs.writeFileSync(STAMP, digest);
  return true;
}

/** Generates `prisma/client` from the schema; a second without network. */
export async function generateClient(): Promise<void> {
  await runTool("prisma/build/index.js", ["generate"], {});
}

async function runTool(tool: string, args: string[], extra: Record<string, string>): Promise<void> {
  const failure = await runScript([resolveTool(tool), ...args], extra);
  if (failure !== null) {
    throw new StartError(`\`${path.basename(tool)} ${args.join(" ")}\` failed:\n${failure}`);
  }
}

/** A package's own file, also where its `exports` do not list it. */
function resolveTool(tool: string): string {
  const [scope = "", name = ""] = tool.split("/");
  const packageName = scope.startsWith("@") ? `${scope}/${name}` : scope;
  const require = createRequire(import.meta.url);
  const manifest = require.resolve(`${packageName}/package.json`);
  return path.join(path.dirname(manifest), tool.slice(packageName.length + 1));
}

function digestOfSources(): string {
  const hash = createHash("sha256");
  for (const root of SOURCES) addFolder(hash, root);
  for (const file of FILES) addFile(hash, file);
  return hash.digest("hex");
}

function addFolder(hash: ReturnType<typeof createHash>, folder: string): void {
  if (!fs.existsSync(folder) || NOT_BUILT.has(folder)) return;
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = `${folder}/${entry.name}`;
    if (entry.isDirectory()) addFolder(hash, full);
    else if (!/\.test\.tsx?$/.test(entry.name)) addFile(hash, full);
  }
}

function addFile(hash: ReturnType<typeof createHash>, file: string): void {
  if (fs.existsSync(file)) hash.update(file).update("\0").update(fs.readFileSync(file));
}

function readStamp(): string | null {
  return fs.existsSync(STAMP) ? fs.readFileSync(STAMP, "utf8") : null;
}
