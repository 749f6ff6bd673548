import { beforeEach, expect, it } from "vitest";
import { rankForNeed } from "#search/match/rank";
import type { MatchListing } from "#search/match/types";
import { ensureIndexes } from "#search/sync/ensure";
import { getListingPage } from "~/domain/discovery/listing-page.server";
import { getOrganisationPage } from "~/domain/discovery/organisation-page.server";
import { suggest } from "~/domain/discovery/suggest.server";
import { matchSource, syncEngine } from "~/platform/search.server";
import { useTestDb } from "../../setup/database";
import { makeOwner, publishAchievement } from "./catalogue";

const t = useTestDb();

const need: MatchListing = {
  id: "n",
  title: "钠电池正极",
  text: "",
  fieldCodes: [],
  industryCodes: [],
  regionCodes: [],
  modes: [],
  trl: null,
  trlVerified: false,
  priceKind: "NEGOTIABLE",
  priceMinFen: null,
  priceMaxFen: null,
  publishedAt: null,
  organisationId: null,
};

// Meilisearch refuses to search an attribute that no document has ever had.
beforeEach(() => ensureIndexes(t.db, syncEngine()));

it("answers everything in a market without a listing", async () => {
  for (const q of ["", "钠电池", "机器试觉", "一句很长的话里面有许多词语但是市场里什么都还没有"]) {
    const page = await getListingPage("need", new URLSearchParams({ q }), "zh-CN", t.db);
    expect(page).toMatchObject({ total: 0, cards: [], degraded: false, relaxation: null });
  }
  expect(await suggest("钠电池", "zh-CN", t.db)).toEqual([]);
  const organisations = await getOrganisationPage(new URLSearchParams({ q: "x" }), "en", t.db);
  expect(organisations).toMatchObject({ total: 0, degraded: false });
  expect(await rankForNeed(need, await matchSource(new Date()))).toEqual([]);
});

it("answers from PostgreSQL before the first index exists", async () => {
  process.env.MEILI_PREFIX = `${process.env.MEILI_PREFIX}none-`;
  const { resetEnv } = await import("~/platform/env.server");
  resetEnv();
  await publishAchievement(t.db, await makeOwner(t.db), { title: "钠离子电池" });
  const page = await getListingPage("achievement", new URLSearchParams(), "zh-CN", t.db);
  expect(page).toMatchObject({ total: 1, degraded: true });
});
