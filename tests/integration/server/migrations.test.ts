import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applyMigrations } from "../../../app/server/migrate.ts";
import { useTestDb } from "../../setup/database.ts";

describe("migrations at start", () => {
  const t = useTestDb();
  let folder: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "migrations-"));
    fs.cpSync("prisma/migrations", folder, { recursive: true });
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  function write(name: string, sql: string) {
    fs.mkdirSync(path.join(folder, name), { recursive: true });
    fs.writeFileSync(path.join(folder, name, "migration.sql"), sql);
  }

  async function query<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
    const client = new pg.Client(t.url);
    await client.connect();
    try {
      return (await client.query<T>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  it("has nothing to do on a migrated database", async () => {
    expect(await applyMigrations(t.url, folder)).toEqual([]);
  });

  it("lets three starters at once apply a new migration once", async () => {
    write("29990101000000_more", "CREATE TABLE more (id int); INSERT INTO more VALUES (1);");
    const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(t.url, folder)));
    expect(applied.flat()).toEqual(["29990101000000_more"]);
    expect(await query("SELECT id FROM more")).toEqual([{ id: 1 }]);
  });

  it("leaves nothing of a migration that fails", async () => {
    write("29990101000000_broken", "CREATE TABLE half (id int); SELECT 1/0;");
    await expect(applyMigrations(t.url, folder)).rejects.toThrow(/29990101000000_broken failed/);
    expect(await query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
    write("29990101000000_broken", "CREATE TABLE half (id int);");
    expect(await applyMigrations(t.url, folder)).toEqual(["29990101000000_broken"]);
  });

  it("refuses an applied migration that was edited", async () => {
    const [first] = fs.readdirSync(folder).filter((name) => /^\d/.test(name));
    fs.appendFileSync(path.join(folder, first ?? "", "migration.sql"), "\n-- later thought\n");
    await expect(applyMigrations(t.url, folder)).rejects.toThrow(/was edited after/);
  });

  it("refuses a database of a newer version", async () => {
    write("29990101000000_more", "SELECT 1;");
    await applyMigrations(t.url, folder);
    fs.rmSync(path.join(folder, "29990101000000_more"), { recursive: true });
    await expect(applyMigrations(t.url, folder)).rejects.toThrow(/newer version/);
  });
});
