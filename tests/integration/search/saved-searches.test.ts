import { beforeEach, describe, expect, it } from "vitest";
import { ensureIndexes } from "#search/sync/ensure";
import { drainOutbox } from "#search/sync/outbox";
import { alertSavedSearches } from "~/domain/discovery/alert-saved-searches.server";
import { changeSavedSearch } from "~/domain/discovery/change-saved-search.server";
import { deleteSavedSearch } from "~/domain/discovery/delete-saved-search.server";
import { MAX_SAVED_SEARCHES, saveSearch } from "~/domain/discovery/save-search.server";
import { listSavedSearches } from "~/domain/discovery/saved-search-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { syncEngine } from "~/platform/search.server";
import { actorOf, makeUser } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { makeOwner, publishAchievement } from "./catalogue";

const t = useTestDb();
let actor: UserActor;

beforeEach(async () => {
  actor = await actorOf(t.db, (await makeUser(t.db)).id);
});

const input = (query: string, frequency: "INSTANT" | "DAILY" | "OFF" = "INSTANT") => ({
  kind: "achievements" as const,
  query,
  name: "电池",
  frequency,
});

describe("saved searches", () => {
  it("keep the search alone, once, and show it in words", async () => {
    const { id } = await saveSearch(input("page=7&q=电池&evil=1&trl=4-6"), actor, t.db);
    const again = await saveSearch(input("trl=4-6&q=电池", "DAILY"), actor, t.db);
    expect(again.id).toBe(id);
    expect(await listSavedSearches(actor, "zh-CN", t.db)).toMatchObject([
      { id, words: "电池", frequency: "DAILY", to: "/achievements?q=%E7%94%B5%E6%B1%A0&trl=4-6" },
    ]);
  });

  it("belong to their person", async () => {
    const { id } = await saveSearch(input("q=x"), actor, t.db);
    const other = await actorOf(t.db, (await makeUser(t.db)).id);
    await expect(changeSavedSearch({ id, frequency: "OFF" }, other, t.db)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(deleteSavedSearch({ id }, other, t.db)).rejects.toMatchObject({ status: 404 });
    expect(await listSavedSearches(other, "zh-CN", t.db)).toEqual([]);
    await changeSavedSearch({ id, frequency: "OFF" }, actor, t.db);
    await deleteSavedSearch({ id }, actor, t.db);
    expect(await listSavedSearches(actor, "zh-CN", t.db)).toEqual([]);
  });

  it("are limited, also when two are saved at once", async () => {
    await t.db.savedSearch.createMany({
      data: Array.from({ length: MAX_SAVED_SEARCHES - 1 }, (_, i) => ({
        id: `00000000-0000-7000-8000-${String(i).padStart(12, "0")}`,
        userId: actor.userId,
        kind: "achievements",
        name: "n",
        query: `q=${i}`,
      })),
    });
    const tries = await Promise.allSettled([
      saveSearch(input("q=a"), actor, t.db),
      saveSearch(input("q=b"), actor, t.db),
    ]);
    expect(tries.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("alerts", () => {
  it("tell once of what is new and fits", async () => {
    const engine = syncEngine();
    await ensureIndexes(t.db, engine);
    const { id } = await saveSearch(input("q=电池"), actor, t.db);
    await saveSearch({ ...input("q=石墨烯", "OFF"), name: "off" }, actor, t.db);
    await t.db.savedSearch.updateMany({ data: { lastRunAt: new Date(Date.now() - 3_600_000) } });
    const owner = await makeOwner(t.db);
    const minutes = (count: number) => ({ daysAgo: count / 1_440 });
    await publishAchievement(t.db, owner, { title: "钠离子电池负极", ...minutes(10) });
    await publishAchievement(t.db, owner, { title: "锂离子电池隔膜", ...minutes(20) });
    await publishAchievement(t.db, owner, { title: "石墨烯涂料", ...minutes(10) });
    await publishAchievement(t.db, owner, { title: "很早的电池", daysAgo: 5 });
    await drainOutbox(t.db, engine);

    expect(await alertSavedSearches("DAILY", t.db, engine)).toEqual({ searches: 0, alerts: 0 });
    const runs = await Promise.all([
      alertSavedSearches("INSTANT", t.db, engine),
      alertSavedSearches("INSTANT", t.db, engine),
    ]);
    expect(runs.reduce((sum, run) => sum + run.alerts, 0)).toBe(1);
    expect(await alertSavedSearches("INSTANT", t.db, engine)).toMatchObject({ alerts: 0 });
    const notices = await t.db.notification.findMany({ where: { userId: actor.userId } });
    expect(notices).toMatchObject([
      { kind: "savedSearchHits", params: { name: "电池", count: 2 } },
    ]);
    expect(notices[0]?.href).toContain("/achievements?");
    expect(await t.db.savedSearch.findUnique({ where: { id } })).toMatchObject({ lastCount: 2 });
  });
});
