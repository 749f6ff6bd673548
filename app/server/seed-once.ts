import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { StartError } from "./friendly-errors.ts";
import { runScript } from "./run-script.ts";

const SCRIPT = "prisma/seed/main.ts";
const LOCK_KEY = 72707370;

/** Kept as the comment of the database: it lives and dies with it, and no migration tool minds it. */
interface Mark {
  /** Digest of prisma/seed at the last complete run. */
  reference?: string;
  demo?: boolean;
}

/**
 * Brings the reference data (regions, code lists, holidays) up to date when prisma/seed changed, and
 * writes the demo rows once, into a database that has none. The seed is idempotent and the mark is set
 * only after it ended well, so a kill in the middle is repaired by the next start. The demo signs
 * contracts: it needs the market's DATA_DIR and APP_SECRET, from the environment or `env`.
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
    await client.query("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
    const mark = await readMark(client);
    const reference = digestOfSeed();
    const needsDemo = wantsDemo && !mark.demo;
    if (mark.reference === reference && !needsDemo) return;
    announce(
      needsDemo ? "Filling the market with its demo rows …" : "Updating the reference data …",
    );
    await runSeed(url, needsDemo, env);
    await writeMark(client, { reference, demo: mark.demo || needsDemo });
  } finally {
    await client.end();
  }
}

async function readMark(client: pg.Client): Promise<Mark> {
  const { rows } = await client.query<{ comment: string | null }>(
    `SELECT shobj_description(oid, 'pg_database') AS comment
     FROM pg_database WHERE datname = current_database()`,
  );
  try {
    return JSON.parse(rows[0]?.comment ?? "{}") as Mark;
  } catch {
    return {};
  }
}

async function writeMark(client: pg.Client, mark: Mark): Promise<void> {
  const { rows } = await client.query<{ sql: string }>(
    "SELECT format('COMMENT ON DATABASE %I IS %L', current_database(), $1::text) AS sql",
    [JSON.stringify(mark)],
  );
  await client.query(rows[0]?.sql ?? "");
}

async function runSeed(url: string, demo: boolean, env: Record<string, string>): Promise<void> {
  const failure = await runScript(["--import", "tsx", SCRIPT], {
    ...env,
    DATABASE_URL: url,
    SEED_DEMO: demo ? "1" : "0",
  });
  if (failure !== null) throw new StartError(`The seed (${SCRIPT}) failed:\n${failure}`);
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
