#!/usr/bin/env node
// Stands in for Prisma's native schema engine: same arguments and JSON-RPC over stdio, backed by the
// WebAssembly build of the same engine commit, so that `prisma migrate` works without a download:
//   PRISMA_SCHEMA_ENGINE_BINARY=prisma/engine/schema-engine.mjs npx prisma migrate dev
import fs from "node:fs";
import { createInterface } from "node:readline";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { MigrateFactory } from "./factory.mjs";
import { loadEngine } from "./loader.mjs";

const argv = process.argv.slice(2);
const option = (name) => {
  const at = argv.indexOf(name);
  return at < 0 ? undefined : argv[at + 1];
};
const url = JSON.parse(option("--datasource") ?? "{}").url;
const command = option("cli");

if (argv.includes("--version")) {
  const engine = await loadEngine();
  process.stdout.write(`schema-engine-cli ${engine.version()}\n`);
  process.exit(0);
}
if (command) process.exit(await runCommand(command));
serve();

/** Prisma asks for these through the process arguments and reads the answer from stderr. */
async function runCommand(name) {
  const target = new URL(url);
  const database = decodeURIComponent(target.pathname.slice(1));
  writeLog("INFO", "Starting schema engine CLI");
  try {
    if (name === "can-connect-to-database") {
      await withClient(url, async () => {});
      writeLog("INFO", "Connection successful");
    } else if (name === "create-database" || name === "drop-database") {
      target.pathname = "/postgres";
      const verb = name === "create-database" ? "CREATE" : "DROP";
      await withClient(target.toString(), (client) =>
        client.query(`${verb} DATABASE "${database.replaceAll('"', '""')}"`),
      );
    }
    return 0;
  } catch (error) {
    const codes = { "3D000": "P1003", ECONNREFUSED: "P1001", "28P01": "P1000" };
    writeLog("ERROR", error.message || error.code, {
      is_panic: false,
      error_code: codes[error.code] ?? "P1010",
      meta: {
        database_name: database,
        database_host: target.hostname,
        database_port: target.port || "5432",
        database_user: target.username,
      },
    });
    return 1;
  }
}

async function withClient(connectionString, use) {
  const client = new pg.Client(connectionString);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function writeLog(level, message, extra = {}) {
  const line = {
    timestamp: new Date().toISOString(),
    level,
    fields: { message, ...extra },
    target: "schema_engine::logger",
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

function serve() {
  let engine;
  let queue = Promise.resolve();
  let printed = 0;
  const send = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

  async function startEngine() {
    const { SchemaEngine } = await loadEngine();
    const factory = new MigrateFactory(url ?? "postgresql://invalid:1/invalid");
    const datamodels = readDatamodels();
    return SchemaEngine.new(
      { datamodels: datamodels.length > 0 ? datamodels : undefined },
      () => {},
      bindMigrationAwareSqlAdapterFactory(factory),
    );
  }

  async function answer({ id, method, params }) {
    try {
      engine ??= await startEngine();
      const name = method === "getDatabaseVersion" ? "version" : method;
      // This build computes data loss only from a migration history that it has replayed before.
      if (name === "evaluateDataLoss") await engine.devDiagnostic(params);
      const result = await engine[name](params ?? null);
      if (name === "diff" && result.stdout != null) {
        printed += 1;
        send({ jsonrpc: "2.0", id: printed, method: "print", params: { content: result.stdout } });
      }
      send({ jsonrpc: "2.0", id, result: result ?? {} });
    } catch (error) {
      send({ jsonrpc: "2.0", id, error: describeError(error) });
    }
  }

  const lines = createInterface({ input: process.stdin });
  lines.on("line", (line) => {
    if (!line.trim()) return;
    const message = JSON.parse(line);
    if (message.method) queue = queue.then(() => answer(message));
  });
  lines.on("close", () => queue.finally(() => process.exit(0)));
}

/** `--datamodels` is followed by one path per schema file. */
function readDatamodels() {
  const files = [];
  argv.forEach((argument, at) => {
    if (argument !== "--datamodels") return;
    for (const file of argv.slice(at + 1)) {
      if (file.startsWith("--") || file === "cli") break;
      files.push([file, fs.readFileSync(file, "utf8")]);
    }
  });
  return files;
}

function describeError(error) {
  const isKnown = typeof error.code === "string" && /^P\d{4}$/.test(error.code);
  const data = isKnown
    ? {
        is_panic: false,
        message: error.message,
        meta: error.meta ?? {},
        error_code: error.code,
      }
    : { is_panic: false, message: error.message, backtrace: null };
  return { code: 4466, message: "An error happened. Check the data field for details.", data };
}
