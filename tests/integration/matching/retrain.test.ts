import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { rankTexts } from "#search/match/rank";
import { BUILT_IN_VERSION } from "#search/match/vectors/built-in";
import * as extending from "#search/match/vectors/extend-table";
import { withTrainingLock } from "#search/sync/lock";
import { loadModel } from "#search/sync/model-state";
import { loadReferences } from "#search/sync/references";
import { loadMatchListing } from "#search/sync/rows";
import { isModelOutdated } from "#search/sync/statistics";
import { systemActor } from "~/domain/identity/actor";
import { retrainVectors } from "~/domain/matching/retrain-vectors.server";
import { readVectorTables } from "~/domain/matching/vector-table-queries.server";
import { useTestClock } from "~/domain/shared/clock";
import { ensureSearch } from "~/jobs/search/ensure.server";
import { logger } from "~/platform/logger.server";
import { forgetModel, matchSource, syncEngine } from "~/platform/search.server";
import { getStorage } from "~/platform/storage.server";
import { modelParts } from "~/platform/vectors.server";
import { makeMember, makeOfficer } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { makeOwner, type Owner, publishAchievement, publishNeed } from "../search/catalogue";
import { familyWord, publishFamilies } from "./families";

const t = useTestDb();
const system = systemActor("test");
let owner: Owner;
let needId: string;

// Files share what is loaded: this one loads what it mocks anew, and leaves nothing of it.
vi.hoisted(() => vi.resetModules());
afterAll(() => {
  vi.doUnmock("#search/match/vectors/built-in");
  vi.doUnmock("#search/match/vectors/corpus");
  vi.resetModules();
});

// The shipped table takes seconds a training; what is tested here does not depend on what it knows.
vi.mock("#search/match/vectors/built-in", async () => {
  const { tinyTable } = await import("../../factories/vector-table");
  return { BUILT_IN_VERSION: "tiny", loadBuiltInTable: async () => tinyTable };
});
vi.mock("#search/match/vectors/corpus", () => ({
  readNeedLines: async () => [
    { title: "设备改造", text: "旧设备需要改造", answers: ["设备维修"] },
    { title: "运行稳定", text: "企业试用", answers: ["试用稳定"] },
  ],
}));

beforeEach(async () => {
  owner = await publishFamilies(t.db);
  needId = await publishNeed(t.db, await makeOwner(t.db, { kind: "ENTERPRISE" }), {
    title: `寻求 ${familyWord(3, "tal")} 的替代`,
  });
  forgetModel();
});

/** A table is named by the second in which it was made. */
const nextSecond = () => sleep(1_000);
const train = () => retrainVectors({ isForced: true }, system, t.db);
const context = () => ({ db: t.db, logger });

const fillIndex = () => ensureSearch({}, context());

async function firstMatch() {
  const listing = await loadMatchListing(t.db, "need", needId, await loadReferences(t.db));
  if (listing === null) throw new Error("the need is there");
  const { scored } = await rankTexts("achievement", listing, await matchSource(new Date()));
  return scored[0]?.title;
}

/** A table in which every word has lost its place. */
function spoilNext() {
  const extend = extending.extendTable;
  vi.spyOn(extending, "extendTable").mockImplementation((...args) => {
    const table = extend(...args);
    return { ...table, rows: table.rows.map((_, i) => (i % table.dimensions === 0 ? 127 : 0)) };
  });
}

describe("retrainVectors", () => {
  it("puts a table that is no worse to work; the index follows and matching goes on", async () => {
    await fillIndex();
    const before = await loadModel(syncEngine(), "live");
    const result = await train();
    if (result.outcome !== "kept") throw new Error(JSON.stringify(result));
    expect(result.checks.candidate.catalogue).toBeGreaterThan(result.checks.atWork.catalogue);
    expect(await modelParts.wanted()).toMatchObject({ table: result.version });
    expect(await isModelOutdated(t.db, syncEngine())).toBe(true);
    const jobs = await t.db.$queryRaw<{ task: string }[]>`
      SELECT task_identifier AS task FROM graphile_worker.jobs WHERE key = 'search.ensure'`;
    expect(jobs).toEqual([{ task: "search.ensure" }]);

    await ensureSearch({}, context());
    const after = await loadModel(syncEngine(), "live");
    expect(after.table.version).toBe(result.version);
    expect(after.tag).not.toBe(before.tag);
    expect(after.table.rowOf.has(familyWord(3, "tal"))).toBe(true);
    expect(await isModelOutdated(t.db, syncEngine())).toBe(false);
    expect(await firstMatch()).toContain(familyWord(3, "nor"));
    const event = await t.db.auditEvent.findFirstOrThrow({ orderBy: { sequence: "desc" } });
    expect(event).toMatchObject({ action: "match.vectors-keep", subjectId: result.version });
  });

  it("changes nothing when the new table is worse", async () => {
    await fillIndex();
    spoilNext();
    const result = await train();
    expect(result.outcome).toBe("refused");
    expect(await modelParts.wanted()).toMatchObject({ table: BUILT_IN_VERSION });
    expect(await isModelOutdated(t.db, syncEngine())).toBe(false);
    const row = await t.db.vectorTable.findFirstOrThrow();
    expect(row).toMatchObject({ isKept: false, storageKey: "" });
    expect(await getStorage().readFile(`vectors/${row.version}.bin`)).toBeNull();
    expect(await t.db.auditEvent.count({ where: { action: "match.vectors-refuse" } })).toBe(1);
  });

  it("leaves the table at work alone when it is killed before the last step, and clears up", async () => {
    vi.spyOn(getStorage(), "putFile").mockRejectedValueOnce(new Error("killed"));
    await expect(train()).rejects.toThrow("killed");
    await nextSecond();
    const left = await t.db.vectorTable.findFirstOrThrow();
    expect(left.isKept).toBe(false);
    expect(await modelParts.wanted()).toMatchObject({ table: BUILT_IN_VERSION });
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    expect((await readVectorTables(operator, t.db)).trained).toEqual([]);
    spoilNext();
    await train();
    expect(await t.db.vectorTable.count({ where: { version: left.version } })).toBe(0);
  });

  it("retires the table before, and deletes its file after thirty days", async () => {
    const testClock = useTestClock(new Date("2026-11-22T19:30:00Z"));
    try {
      const first = await train();
      testClock.advance(1_000);
      const second = await train();
      if (first.outcome !== "kept" || second.outcome !== "kept") throw new Error("both are kept");
      expect(second.checks.atWork.version).toBe(first.version);
      const key = `vectors/${first.version}.bin`;
      expect(await getStorage().readFile(key)).not.toBeNull();
      testClock.advance(31 * 86_400_000);
      spoilNext();
      await train();
      expect(await getStorage().readFile(key)).toBeNull();
      expect(await modelParts.wanted()).toMatchObject({ table: second.version });
      const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
      const view = await readVectorTables(operator, t.db);
      expect(view.atWork).toMatchObject({ version: second.version, isShipped: false });
      expect(view.trained.map((one) => one.state)).toEqual(["refused", "at-work", "retired"]);
    } finally {
      testClock.restore();
    }
  });

  it("is for the market only, and for one at a time", async () => {
    const member = await makeMember(t.db, owner.organisationId);
    await expect(retrainVectors({ isForced: true }, member, t.db)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(withTrainingLock(t.db, train)).rejects.toMatchObject({ name: "TrainingRunning" });
    expect(await t.db.vectorTable.count()).toBe(0);
  });

  it("falls back to the shipped table when the file is lost, and trains anew", async () => {
    await fillIndex();
    const result = await train();
    if (result.outcome !== "kept") throw new Error(JSON.stringify(result));
    await ensureSearch({}, context());
    await getStorage().deleteFile(`vectors/${result.version}.bin`);
    expect(await modelParts.wanted()).toMatchObject({ table: BUILT_IN_VERSION });
    await ensureSearch({}, context());
    expect((await loadModel(syncEngine(), "live")).table.version).toBe(BUILT_IN_VERSION);
    expect(await firstMatch()).toContain(familyWord(3, "nor"));
    await nextSecond();
    const again = await retrainVectors({ isForced: false }, system, t.db);
    expect(again.outcome).toBe("kept");
  });

  it("waits until a twentieth of the catalogue has changed, and for two hundred listings", async () => {
    const trainIfChanged = () => retrainVectors({ isForced: false }, system, t.db);
    expect((await trainIfChanged()).outcome).toBe("kept");
    const publish = async (count: number) => {
      for (let i = 0; i < count; i++)
        await publishAchievement(t.db, owner, { title: `又一项 ${i}` });
    };
    await nextSecond();
    await publish(5);
    expect(await trainIfChanged()).toEqual({ outcome: "unchanged" });
    await publish(6);
    expect((await trainIfChanged()).outcome).not.toBe("unchanged");
    await t.db.achievement.deleteMany({ where: { title: { contains: "部件" } } });
    expect(await trainIfChanged()).toEqual({ outcome: "too-small" });
  });
});
