import { beforeEach, expect, it } from "vitest";
import { EngineUnavailable } from "#search/engine";
import { ensureIndexes } from "#search/sync/ensure";
import { drainOutbox } from "#search/sync/outbox";
import { readOrganisationSearch } from "~/domain/discovery/organisation-search-schema";
import { searchListings } from "~/domain/discovery/search-listings.server";
import { searchOrganisations } from "~/domain/discovery/search-organisations.server";
import { readListingSearch } from "~/domain/discovery/search-schema";
import { suggest } from "~/domain/discovery/suggest.server";
import { env, resetEnv } from "~/platform/env.server";
import { syncEngine } from "~/platform/search.server";
import { useTestDb } from "../../setup/database";
import { makeOwner, openDoor, publishAchievement, publishNeed, someFields } from "./catalogue";

const t = useTestDb();
let door: Awaited<ReturnType<typeof openDoor>>;

beforeEach(async () => {
  const direct = env().MEILI_URL;
  door = await openDoor(direct);
  process.env.MEILI_URL = door.url;
  resetEnv();
  await ensureIndexes(t.db, syncEngine());
  return async () => {
    process.env.MEILI_URL = direct;
    resetEnv();
    await door.shut();
  };
});

const find = (query: Record<string, string>, kind: "achievement" | "need" = "achievement") =>
  searchListings(kind, readListingSearch(new URLSearchParams(query)), t.db);

it("answers from PostgreSQL while the engine is away, and catches up by itself", async () => {
  const owner = await makeOwner(t.db, { legalName: "泉城工业大学" });
  const [field] = await someFields(t.db);
  await publishAchievement(t.db, owner, {
    title: "钠离子电池正极材料",
    fieldCodes: [field],
    modes: ["LICENCE"],
    trlDeclared: 6,
    priceKind: "FIXED",
    priceMinFen: 20_000_000n,
  });
  await drainOutbox(t.db, syncEngine());
  expect(await find({ q: "钠电池" })).toMatchObject({ total: 1, degraded: false });

  await door.shut();
  await publishAchievement(t.db, owner, {
    title: "钠离子电池电解液",
    isBlinded: true,
    trlDeclared: 3,
  });
  await expect(drainOutbox(t.db, syncEngine())).rejects.toBeInstanceOf(EngineUnavailable);
  expect(await t.db.searchOutbox.count()).toBe(1);

  const degraded = await find({ q: "钠电池" });
  expect(degraded).toMatchObject({ total: 2, degraded: true, facets: null });
  expect(degraded.hits.map((hit) => hit.organisationName === null).sort()).toEqual([false, true]);
  expect(await find({ q: "離子電池", trl: "4-6" })).toMatchObject({ total: 1, degraded: true });
  expect(await find({ field })).toMatchObject({ total: 1 });
  expect(await find({ region: "370000", mode: "LICENCE", price: "FROM_100K" })).toMatchObject({
    total: 1,
  });
  expect(await find({ price: "NEGOTIABLE", org: "UNIVERSITY", sort: "price" })).toMatchObject({
    total: 1,
  });
  expect(await find({ q: "泉城工业大学", fresh: "7", sort: "trl" })).toMatchObject({ total: 1 });
  for (const q of ["%", "_", "\\", "' OR 1=1 --", "不存在的东西"]) {
    expect(await find({ q })).toMatchObject({ total: 0, degraded: true });
  }
  const organisations = await searchOrganisations(
    readOrganisationSearch(new URLSearchParams({ q: "泉城" })),
    t.db,
  );
  expect(organisations).toMatchObject({ total: 1, degraded: true });
  expect(await suggest("钠", "zh-CN", t.db)).toEqual([]);

  await door.open();
  await drainOutbox(t.db, syncEngine());
  await expect
    .poll(() => find({ q: "钠电池" }), { timeout: 8_000 })
    .toMatchObject({
      total: 2,
      degraded: false,
    });
});

it("sorts and filters needs from PostgreSQL as well", async () => {
  const owner = await makeOwner(t.db, { kind: "ENTERPRISE" });
  await publishNeed(t.db, owner, {
    title: "含油废水处理",
    isOpenChallenge: true,
    budgetKind: "RANGE",
    budgetMinFen: 10_000_000n,
    budgetMaxFen: 60_000_000n,
    deadlineOn: new Date("2027-03-01"),
  });
  await publishNeed(t.db, owner, {
    title: "废水在线监测",
    trlWanted: 7,
    budgetKind: "FIXED",
    budgetMinFen: 900_000_000n,
    sectionVisibility: { budget: "NDA" },
  });
  await door.shut();
  await expect(drainOutbox(t.db, syncEngine())).rejects.toBeInstanceOf(EngineUnavailable);
  for (const sort of ["relevance", "newest", "closing", "trl", "price"]) {
    expect(await find({ q: "废水", sort }, "need")).toMatchObject({ total: 2, degraded: true });
  }
  expect(await find({ challenge: "1" }, "need")).toMatchObject({ total: 1 });
  expect(await find({ price: "FROM_500K" }, "need")).toMatchObject({ total: 1 });
  // A budget that is not public is found as negotiable and by no band.
  expect(await find({ price: "FROM_5M" }, "need")).toMatchObject({ total: 0 });
  expect(await find({ price: "NEGOTIABLE" }, "need")).toMatchObject({ total: 1 });
});
