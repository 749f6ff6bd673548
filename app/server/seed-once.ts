import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { readMark, writeMark } from "./database-mark.ts";
import { StartError } from "./friendly-errors.ts";
import { runScript } from "./run-script.ts";

const SCRIPT = "prisma/seed/main.ts";
export const SEED_LOCK = 72707370;
/** How the seed's connections call themselves. */
export const SEED_NAME = "grand-market-seed";

/**
 * Brings the reference data (regions, code lists, holidays) up to date when prisma/seed changed, and
 * writes the demo rows once, into a database that has none. The reference data is idempotent and marked
 * only after it ended well, so a kill in the middle is repaired by the next start; a demonstration that
 * broke off is told anew, see `clearInterruptedDemo`. The demo signs contracts: it needs the market's
 * DATA_DIR and APP_SECRET, from the environment or `env`.
 */
export async function seedOnce(
  url: string,
  wantsDemo: boolean,
  announce: (text: string) => void,
  env: Record<string, string> = {},
): Promise<void> {
  if (!fs.existsSync(SCRIPT)) return;
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [SEED_LOCK]);
    const mark = await readMark(client);
    const reference = digestOfSeed();
    const needsDemo = wantsDemo && !mark.demo;
    if (mark.reference === reference && !needsDemo) return;
    announce(
      needsDemo ? "Filling the market with its demo rows …" : "Updating the reference data …",
    );
    if (needsDemo && (await isWithoutPeople(client))) {
      await writeMark(client, { ...mark, demoBegun: true });
    }
    await runSeed(url, needsDemo, env);
    await writeMark(client, { reference, demo: mark.demo || needsDemo });
  } finally {
    await client.end();
  }
}

/** Whether nobody has an account yet, and nothing is lost when the demonstration begins anew. */
async function isWithoutPeople(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(`SELECT 1 FROM "User" LIMIT 1`);
  return rowCount === 0;
}

async function runSeed(url: string, demo: boolean, env: Record<string, string>): Promise<void> {
  const failure = await runScript(["--import", "tsx", SCRIPT], {
    ...env,
    DATABASE_URL: named(url),
    SEED_DEMO: demo ? "1" : "0",
  });
  if (failure !== null) throw new StartError(`The seed (${SCRIPT}) failed:\n${failure}`);
}

function named(url: string): string {
  const address = new URL(url);
  address.searchParams.set("application_name", SEED_NAME);
  return address.toString();
}

function digestOfSeed(): string {
  const hash = createHash("sha256");
  const folder = path.dirname(SCRIPT);
  for (const name of (fs.readdirSync(folder, { recursive: true }) as string[]).sort()) {
    const file = path.join(folder, name);
    if (fs.statSync(file).isFile()) hash.update(name).update("\0").update(fs.readFileSync(file));
  }
  return hash.digest("hex");
}
