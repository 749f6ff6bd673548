import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { indexUid } from "#search/engine";
import { compareIndexes, countDifferences, repairIndexes } from "#search/sync/compare";
import { ensureIndexes } from "#search/sync/ensure";
import { RebuildRunning, withRebuildLock } from "#search/sync/lock";
import { loadModel, readModelState, writeModelState } from "#search/sync/model-state";
import { drainOutbox } from "#search/sync/outbox";
import { rebuildIndexes } from "#search/sync/rebuild";
import { isModelOutdated } from "#search/sync/statistics";
import { searchListings } from "~/domain/discovery/search-listings.server";
import { readListingSearch } from "~/domain/discovery/search-schema";
import { markForIndexing } from "~/domain/shared/mark-for-indexing.server";
import { startJobs } from "~/jobs/runner.server";
import { logger } from "~/platform/logger.server";
import { queryEngine, syncEngine } from "~/platform/search.server";
import { useTestDb } from "../../setup/database";
import { makeOwner, type Owner, publishAchievement, withdrawAchievement } from "./catalogue";

const t = useTestDb();
let owner: Owner;

beforeEach(async () => {
  owner = await makeOwner(t.db);
  await ensureIndexes(t.db, syncEngine());
});

const total = async (q: string) =>
  (await searchListings("achievement", readListingSearch(new URLSearchParams({ q })), t.db)).total;

describe("outbox", () => {
  it("makes a publication findable within two seconds through the queue", async () => {
    const jobs = await startJobs(t.db, logger);
    try {
      await publishAchievement(t.db, owner, { title: "预热用的第一项成果" });
      await sleep(1_500);
      const started = performance.now();
      await publishAchievement(t.db, owner, { title: "钠离子电池硬碳负极" });
      while ((await total("钠电池")) === 0 && performance.now() - started < 10_000) await sleep(50);
      const waited = performance.now() - started;
      process.stdout.write(`publish to findable: ${Math.round(waited)} ms\n`);
      expect(await total("钠电池")).toBe(1);
      await expect.poll(() => t.db.searchOutbox.count()).toBe(0);
    } finally {
      await jobs.stop();
    }
  });

  it("sends a document once however often it was noted, and takes away what is withdrawn", async () => {
    const id = await publishAchievement(t.db, owner, { title: "超疏水涂层" });
    for (let i = 0; i < 5; i++) {
      await t.db.$transaction((tx) => markForIndexing(tx, "achievement", id));
    }
    const result = await drainOutbox(t.db, syncEngine());
    // The listing and its organisation.
    expect(result).toEqual({ rows: 6, indexed: 2, removed: 0 });
    expect(await total("超疏水涂层")).toBe(1);
    await withdrawAchievement(t.db, id);
    expect(await drainOutbox(t.db, syncEngine())).toMatchObject({ rows: 1, removed: 1 });
    expect(await total("超疏水涂层")).toBe(0);
  });

  it("writes the text of the fallback without touching the listing", async () => {
    const id = await publishAchievement(t.db, owner, { title: "鈦合金激光熔覆", summary: "省料" });
    const before = await t.db.achievement.findUniqueOrThrow({ where: { id } });
    await drainOutbox(t.db, syncEngine());
    const after = await t.db.achievement.findUniqueOrThrow({ where: { id } });
    expect(after.searchText).toContain("钛合金激光熔覆");
    expect({ ...after, searchText: "" }).toEqual({ ...before, searchText: "" });
  });

  it("drains twice at once without losing the newer state", async () => {
    const id = await publishAchievement(t.db, owner, { title: "旧标题甲甲甲" });
    const runs = [drainOutbox(t.db, syncEngine())];
    await t.db.$transaction(async (tx) => {
      await tx.achievement.update({ where: { id }, data: { title: "新标题乙乙乙" } });
      await markForIndexing(tx, "achievement", id);
    });
    runs.push(drainOutbox(t.db, syncEngine()), drainOutbox(t.db, syncEngine()));
    await Promise.all(runs);
    const document = await queryEngine()
      .client.index(indexUid(queryEngine(), "achievement"))
      .getDocument(id);
    expect(document.title).toBe("新标题乙乙乙");
    expect(await t.db.searchOutbox.count()).toBe(0);
  });
});

describe("rebuild", () => {
  it("loses no write and has no empty moment", async () => {
    const engine = syncEngine();
    for (let i = 0; i < 30; i++) await publishAchievement(t.db, owner, { title: `固态电解质${i}` });
    await drainOutbox(t.db, engine);
    let isBusy = true;
    let least = Number.POSITIVE_INFINITY;
    const watch = (async () => {
      while (isBusy) least = Math.min(least, await total("固态电解质"));
    })();
    const written: string[] = [];
    const write = (async () => {
      for (let i = 0; isBusy; i++) {
        written.push(await publishAchievement(t.db, owner, { title: `重建时写入${i}` }));
        await drainOutbox(t.db, engine);
      }
    })();
    const result = await rebuildIndexes(t.db, engine);
    isBusy = false;
    await Promise.all([watch, write]);
    expect(result.documents.achievement).toBeGreaterThanOrEqual(30);
    expect(least).toBe(30);
    expect(written.length).toBeGreaterThan(0);
    expect(countDifferences(await compareIndexes(t.db, engine))).toBe(0);
    expect((await loadModel(engine, "live")).statistics.documents).toBeGreaterThanOrEqual(30);
  });

  it("refuses a second one and cleans up after one that was killed", async () => {
    const engine = syncEngine();
    await withRebuildLock(t.db, async () => {
      await expect(rebuildIndexes(t.db, engine)).rejects.toBeInstanceOf(RebuildRunning);
    });
    const next = `${indexUid(engine, "achievement")}__next`;
    await engine.client.createIndex(next, { primaryKey: "id" }).waitTask();
    await engine.client
      .index(next)
      .addDocuments([{ id: "leftover" }])
      .waitTask();
    await publishAchievement(t.db, owner, { title: "可降解地膜" });
    await rebuildIndexes(t.db, engine);
    expect(countDifferences(await compareIndexes(t.db, engine))).toBe(0);
  });
});

describe("compare and repair", () => {
  it("finds what is missing, stale and surplus, and repairs it", async () => {
    const engine = syncEngine();
    const ids = [];
    for (const title of ["甲烷重整", "乙醇脱氢", "丙烷裂解"]) {
      ids.push(await publishAchievement(t.db, owner, { title }));
    }
    await drainOutbox(t.db, engine);
    const index = engine.client.index(indexUid(engine, "achievement"));
    const [missing = "", stale = "", surplus = ""] = ids;
    await index.deleteDocument(missing).waitTask();
    await index.updateDocuments([{ id: stale, title: "被改坏", checksum: "x" }]).waitTask();
    await withdrawAchievement(t.db, surplus);
    await t.db.searchOutbox.deleteMany();
    const differences = await compareIndexes(t.db, engine);
    expect(differences[0]).toMatchObject({
      kind: "achievement",
      missing: [missing],
      stale: [stale],
      surplus: [surplus],
    });
    expect(await repairIndexes(t.db, engine, differences)).toBeGreaterThanOrEqual(3);
    expect(countDifferences(await compareIndexes(t.db, engine))).toBe(0);
  });
});

describe("ensure", () => {
  it("does nothing the second time and notices an engine that lost its folder", async () => {
    const engine = syncEngine();
    expect(await ensureIndexes(t.db, engine)).toMatchObject({ updated: [] });
    await publishAchievement(t.db, owner, { title: "磁流变阻尼器" });
    await t.db.searchOutbox.deleteMany();
    expect((await ensureIndexes(t.db, engine)).empty).toContain("achievement");
    expect(await isModelOutdated(t.db, engine)).toBe(false);
  });

  it("notices a rebuild that was killed between the swap and the note of its model", async () => {
    const engine = syncEngine();
    await publishAchievement(t.db, owner, { title: "磁流变阻尼器" });
    await drainOutbox(t.db, engine);
    const before = await readModelState(engine, "live");
    if (!before) throw new Error("no model");
    await rebuildIndexes(t.db, engine);
    expect(await isModelOutdated(t.db, engine)).toBe(false);
    await writeModelState(engine, "live", before);
    expect(await isModelOutdated(t.db, engine)).toBe(true);
    await rebuildIndexes(t.db, engine);
    expect(await isModelOutdated(t.db, engine)).toBe(false);
  });
});
