import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { writeMark } from "../../app/server/database-mark.ts";
import { clearInterruptedDemo } from "../../app/server/interrupted-demo.ts";
import { applyMigrations } from "../../app/server/migrate.ts";
import { migrateQueue } from "../../app/server/migrate-queue.ts";
import { SEED_LOCK, seedOnce } from "../../app/server/seed-once.ts";
import { createTestDb, type TestDb } from "../setup/database.ts";

const PATIENCE_MS = 120_000;

describe("a first start that is killed while it tells the demonstration", () => {
  let test: TestDb;
  let client: pg.Client;
  let dataDir: string;

  beforeAll(async () => {
    test = await createTestDb();
    client = new pg.Client(test.url);
    await client.connect();
    dataDir = path.join(inject("services").dataDir, `interrupted-${process.pid}`);
    fs.mkdirSync(dataDir, { recursive: true });
  });

  afterAll(async () => {
    await client.end();
    await test.close();
  });

  const count = async (table: string) => {
    const { rows } = await client.query(`SELECT count(*)::int AS n FROM "${table}"`);
    return Number(rows[0]?.n);
  };

  it(
    "begins anew at the next start, though the seed of the killed one still writes",
    async () => {
      const env = { DATA_DIR: dataDir, APP_SECRET: "a secret for tests that is longer than 32" };
      let failure = "";
      const telling = seedOnce(test.url, true, () => {}, env).catch((error: Error) => {
        failure = error.message;
      });
      while ((await count("Achievement")) < 2) await sleep(100);
      // The killed market holds no lock any more; what it has started goes on.
      await client.query(
        `SELECT pg_terminate_backend(l.pid) FROM pg_locks l
         WHERE l.locktype = 'advisory' AND l.objid = ${SEED_LOCK} AND l.pid <> pg_backend_pid()
           AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      const said: string[] = [];
      await clearInterruptedDemo(test.url, (text) => void said.push(text));
      await telling;
      expect(failure).not.toBe("");
      expect(said).toHaveLength(1);
      await applyMigrations(test.url, "prisma/migrations");
      await migrateQueue(test.url);
      await seedOnce(test.url, false, () => {});
      expect(await count("User")).toBe(0);
      expect(await count("Region")).toBeGreaterThan(500);
    },
    PATIENCE_MS,
  );

  it("leaves a market alone in which people were before", async () => {
    await client.query(
      `INSERT INTO "User" (id, name, email) VALUES (gen_random_uuid(), '示例', 'one@demo.example')`,
    );
    const broken = { NODE_OPTIONS: "--require /no/such/file" };
    await expect(seedOnce(test.url, true, () => {}, broken)).rejects.toThrow("/no/such/file");
    const said: string[] = [];
    await clearInterruptedDemo(test.url, (text) => void said.push(text));
    expect(said).toEqual([]);
    expect(await count("User")).toBe(1);
  });

  it("leaves a market alone in which people came while it was told", async () => {
    await client.query(`UPDATE "User" SET email = 'one@elsewhere.example'`);
    await writeMark(client, { demoBegun: true });
    const said: string[] = [];
    await clearInterruptedDemo(test.url, (text) => void said.push(text));
    expect(said).toEqual([]);
    expect(await count("User")).toBe(1);
  });
});
