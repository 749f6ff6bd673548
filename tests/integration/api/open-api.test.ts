import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { ensureIndexes } from "#search/sync/ensure";
import { drainOutbox } from "#search/sync/outbox";
import { newId } from "~/domain/shared/ids";
import { markForIndexing } from "~/domain/shared/mark-for-indexing.server";
import { readCodeList, readCodeLists, readRegions } from "~/http/api/code-resources.server";
import { readListing, readListings } from "~/http/api/listing-resources.server";
import { openApiDocument } from "~/http/api/openapi.server";
import { readOrganisation, readOrganisations } from "~/http/api/organisation-resources.server";
import * as schemas from "~/http/api/resource-schema";
import { syncEngine } from "~/platform/search.server";
import { makeOrganisation } from "../../factories/people";
import { makeAchievement, makeNeed } from "../../factories/published-listings";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const params = (query: string) => new URLSearchParams(query);
let owner: Awaited<ReturnType<typeof makeOrganisation>>;
let blinded: { id: string };
let draft: { id: string };
let closed: { id: string };

/** Holds an answer to the schema that the document promises. */
function fits<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  return schema.parse(JSON.parse(JSON.stringify(value)));
}

beforeAll(async () => {
  const { db } = t;
  owner = await makeOrganisation(db, { legalName: "接口测试大学" });
  const achievements: string[] = [];
  for (let i = 0; i < 104; i += 1) {
    const { id } = await makeAchievement(db, owner.id, { title: `耐磨涂层 ${i}` });
    achievements.push(id);
  }
  blinded = await makeAchievement(db, owner.id, { title: "隐名成果", isBlinded: true });
  draft = await makeAchievement(db, owner.id, { state: "DRAFT" });
  closed = await makeAchievement(db, owner.id, { state: "CLOSED" });
  const need = await makeNeed(db, owner.id, { title: "寻求耐磨涂层" });
  await ensureIndexes(db, syncEngine());
  await db.$transaction(async (tx) => {
    await markForIndexing(tx, "achievement", [...achievements, blinded.id]);
    await markForIndexing(tx, "need", need.id);
    await markForIndexing(tx, "organisation", owner.id);
  });
  await drainOutbox(db, syncEngine());
});

describe("listings", () => {
  it("searches with the parameters of the page and says where the next page is", async () => {
    const page = fits(
      schemas.listingPageSchema,
      await readListings("achievement", params("q=耐磨涂层"), t.db),
    );
    expect(page.items).toHaveLength(20);
    expect(page.isDegraded).toBe(false);
    expect(page.next).toMatch(/\/api\/v1\/achievements\?q=.+&page=2$/);
    const last = await readListings("achievement", params("page=6"), t.db);
    expect(last.next).toBeNull();
  });

  it("walks over everything by cursor, each once, drafts and closed ones left out", async () => {
    const ids: string[] = [];
    let query: string | null = "cursor=";
    while (query !== null) {
      const page: Awaited<ReturnType<typeof readListings>> = fits(
        schemas.listingPageSchema,
        await readListings("achievement", params(query), t.db),
      );
      ids.push(...page.items.map((item) => item.id));
      query = page.next?.split("?")[1] ?? null;
    }
    expect(new Set(ids).size).toBe(105);
    expect(ids).toHaveLength(105);
    expect(ids).not.toContain(draft.id);
  });

  it.each(["cursor=x", "cursor=' or 1=1", "cursor=1"])("refuses %s", async (query) => {
    await expect(readListings("need", params(query), t.db)).rejects.toMatchObject({
      code: "bad_cursor",
      status: 400,
    });
  });

  it.each(["page=0", "page=999999", "region=abc", "sort=drop", "owner=x", `q=${"长".repeat(500)}`])(
    "answers %s",
    async (query) => {
      fits(schemas.listingPageSchema, await readListings("need", params(query), t.db));
    },
  );

  it("gives one listing without its owner's marks, and no name of a blinded owner", async () => {
    const one = fits(schemas.achievementSchema, await readListing("achievement", blinded.id, t.db));
    expect(one.owner).toMatchObject({ id: null, name: null });
    expect(JSON.stringify(one)).not.toContain(owner.legalName);
    expect(Object.keys(one.content)).not.toContain("isBlinded");
  });

  it("does not tell of a draft, and says that a closed one is gone", async () => {
    await expect(readListing("achievement", draft.id, t.db)).rejects.toMatchObject({
      status: expect.toSatisfy((status: number) => status === 404 || status === 410),
    });
    await expect(readListing("achievement", closed.id, t.db)).rejects.toMatchObject({
      status: 410,
    });
    await expect(readListing("need", newId(), t.db)).rejects.toMatchObject({ status: 404 });
    await expect(readListing("need", "../x", t.db)).rejects.toMatchObject({ status: 404 });
  });
});

describe("organisations, codes and regions", () => {
  it("gives verified organisations only", async () => {
    const hidden = await makeOrganisation(t.db, { isVerified: false });
    const page = fits(
      schemas.organisationPageSchema,
      await readOrganisations(params("q=接口"), t.db),
    );
    expect(page.items.map((item) => item.id)).toEqual([owner.id]);
    fits(schemas.organisationSchema, await readOrganisation(owner.id, t.db));
    await expect(readOrganisation(hidden.id, t.db)).rejects.toMatchObject({ status: 404 });
    await expect(readOrganisation("x", t.db)).rejects.toMatchObject({ status: 404 });
  });

  it("gives the lists that listings are coded with", async () => {
    const lists = fits(schemas.codeListsSchema, await readCodeLists(t.db));
    expect(lists.items.map((one) => one.list)).toEqual(
      expect.arrayContaining(["fields", "industries", "cooperation-modes", "ip-kinds"]),
    );
    fits(schemas.codeListSchema, await readCodeList("fields", t.db));
    await expect(readCodeList("nothing", t.db)).rejects.toMatchObject({ status: 404 });
    const cities = fits(schemas.regionsSchema, await readRegions(params("parent=370000"), t.db));
    expect(cities.items).toHaveLength(16);
    await expect(readRegions(params("parent=x"), t.db)).rejects.toMatchObject({ status: 400 });
  });
});

describe("the document", () => {
  it("refers only to schemas that it holds and names every operation once", () => {
    const document = openApiDocument();
    const text = JSON.stringify(document);
    const held = Object.keys((document.components as { schemas: object }).schemas);
    const used = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map((match) => match[1]);
    expect(held).toEqual(expect.arrayContaining(used));
    const operations = [...text.matchAll(/"operationId":"(\w+)"/g)].map((match) => match[1]);
    expect(new Set(operations).size).toBe(operations.length);
    expect(document.openapi).toBe("3.1.0");
  });
});
