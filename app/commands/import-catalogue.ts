import "./running-market";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { UserActor } from "~/domain/identity/actor";
import { findActorById } from "~/domain/identity/actor-queries.server";
import { createImportRun } from "~/domain/imports/create-import-run.server";
import type { ColumnMapping } from "~/domain/imports/import-field-rules";
import { getImportRun, summariseIssues } from "~/domain/imports/import-queries.server";
import { findPreset, IMPORT_PRESETS } from "~/domain/imports/presets";
import { runImport } from "~/domain/imports/run-import.server";
import { commitImport, queueDryRun } from "~/domain/imports/steer-import.server";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { createDb, type Db } from "~/platform/db.server";
import { createFolderStorage, getStorage } from "~/platform/storage.server";

const USAGE = `Brings a catalogue into a running market.

  npm run import -- --kind achievements|needs --organisation <id|USCC> --file <path>
    --mapping <json>   columns by field of the market; else guessed from the headings
    --source <name>    where the catalogue comes from; "${IMPORT_PRESETS.map((one) => one.id).join('", "')}" also names its columns
    --as <e-mail>      the person who imports; else the organisation's owner
    --dry-run          reads and judges every row, writes none

Works on the market that runs with DATA_DIR (.data), or the one that DATABASE_URL names.`;

const { values: options } = parseArgs({
  options: {
    kind: { type: "string" },
    organisation: { type: "string" },
    file: { type: "string" },
    mapping: { type: "string" },
    source: { type: "string" },
    as: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const KINDS = { achievements: "ACHIEVEMENT", needs: "NEED" } as const;
const say = (text: string) => process.stdout.write(`${text}\n`);

function isKind(text: string | undefined): text is keyof typeof KINDS {
  return text !== undefined && Object.hasOwn(KINDS, text);
}

async function findImporter(db: Db, organisationId: string): Promise<UserActor> {
  const user = options.as
    ? await db.user.findUnique({ where: { email: options.as }, select: { id: true } })
    : await db.membership
        .findFirst({
          where: { organisationId, role: "OWNER", endedAt: null },
          orderBy: { createdAt: "asc" },
        })
        .then((found) => found && { id: found.userId });
  if (!user) throw new Error("Nobody to import as: name an account with --as.");
  const session = { userId: user.id, sessionId: "", actingOrganisationId: organisationId };
  return assertFound(await findActorById(db, session));
}

async function mappingFor(kind: "ACHIEVEMENT" | "NEED"): Promise<ColumnMapping | undefined> {
  if (options.mapping) return JSON.parse(await readFile(options.mapping, "utf8")) as ColumnMapping;
  return options.source ? findPreset(options.source)?.mappings[kind] : undefined;
}

/** Reads on until the run has ended, here or in a worker of the market that was quicker. */
async function follow(db: Db, runId: string, storage: ReturnType<typeof getStorage>) {
  let shown = -1;
  for (;;) {
    const outcome = await runImport(runId, db, { storage, budgetMs: 2000 });
    const run = await getImportRun(db, runId);
    if (run.cursor !== shown) say(`  ${run.cursor} / ${run.totalRows ?? "?"} rows`);
    shown = run.cursor;
    if (run.state !== "QUEUED" && run.state !== "RUNNING") return run;
    if (outcome === "stopped") await wait(300);
  }
}

async function main(db: Db): Promise<number> {
  const { kind, file, organisation: named } = options;
  if (options.help || !isKind(kind) || !file || !named) {
    say(USAGE);
    return options.help ? 0 : 2;
  }
  const organisation = await db.organisation.findFirst({
    where: isId(named) ? { id: named } : { uscc: String(named).toUpperCase() },
    select: { id: true, legalName: true },
  });
  if (!organisation) throw new Error(`No organisation ${named}.`);
  const actor = await findImporter(db, organisation.id);
  const storage = process.env.S3_BUCKET
    ? getStorage()
    : createFolderStorage(path.join(process.env.DATA_DIR ?? ".data", "files"));
  const started = performance.now();
  const { id } = await createImportRun(
    {
      kind: KINDS[kind],
      organisationId: organisation.id,
      source: options.source,
      fileName: path.basename(file),
      content: Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>,
      mapping: await mappingFor(KINDS[kind]),
    },
    actor,
    db,
    storage,
  );
  const { mapping } = await getImportRun(db, id);
  say(`${organisation.legalName}: ${file}`);
  say(
    `  columns: ${Object.entries(mapping)
      .map(([to, from]) => `${to}=${from}`)
      .join(", ")}`,
  );
  await queueDryRun(id, mapping, actor, db);
  say("Dry run …");
  let run = await follow(db, id, storage);
  if (run.state === "FINISHED" && !options["dry-run"]) {
    await commitImport(id, actor, db);
    say("Writing …");
    run = await follow(db, id, storage);
  }
  const seconds = (performance.now() - started) / 1000;
  say(
    `${run.state}: ${run.created} created, ${run.updated} updated, ${run.unchanged} unchanged, ` +
      `${run.rejected} rejected of ${run.totalRows ?? 0} rows in ${seconds.toFixed(1)} s` +
      `${run.failure ? ` (${run.failure})` : ""}`,
  );
  for (const one of await summariseIssues(db, id)) {
    say(
      `  ${one.severity} ${one.column} ${one.code}: ${one.count} rows, first row ${one.firstRow}`,
    );
  }
  return run.state === "FINISHED" ? 0 : 1;
}

const url = process.env.DATABASE_URL;
if (!url) {
  say("No market found: start it, or set DATABASE_URL and DATA_DIR.");
  process.exit(1);
}
const db = createDb(url, 4);
try {
  process.exitCode = await main(db);
} catch (error) {
  const params = error instanceof DomainError ? ` ${JSON.stringify(error.params)}` : "";
  say(`${error instanceof Error ? error.message : String(error)}${params}`);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}
