import { beforeAll, describe, expect, it } from "vitest";
import { loadReferences } from "#search/sync/references";
import { loadMatchListing } from "#search/sync/rows";
import type { KindAndContent } from "~/domain/catalogue/listing-content";
import { getListing, kindAndContent } from "~/domain/catalogue/listing-store.server";
import type { UserActor } from "~/domain/identity/actor";
import { draftMatchListing } from "~/domain/matching/draft-match-listing";
import { takePreview } from "~/domain/matching/preview-allowance.server";
import { previewMatches } from "~/domain/matching/preview-matches.server";
import { newId } from "~/domain/shared/ids";
import { resetEnv } from "~/platform/env.server";
import { achievementContent, makeDraft, needContent } from "../../factories/listings";
import { makeMember, makeOrganisation, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { publishAchievement, withdrawAchievement } from "../search/catalogue";
import { indexAll, makePairScene } from "./pair-scene";

const t = useTestDb("file");
let scene: Awaited<ReturnType<typeof makePairScene>>;
let writer: UserActor;
let draft = "";

const TYPED = {
  title: "求购钠离子电池正极材料",
  background: "储能电站用，层状氧化物或聚阴离子正极材料均可，循环 2000 次以上。",
};

beforeAll(async () => {
  scene = await makePairScene(t.db);
  const organisation = await makeOrganisation(t.db, { kind: "ENTERPRISE" });
  writer = await makeMember(t.db, organisation.id);
  draft = (await makeDraft(t.db, writer, organisation.id, { kind: "need", content: needContent() }))
    .id;
});

const look = (content: Record<string, unknown>, actor = writer, id = draft) =>
  previewMatches({ kind: "need", id, content }, actor, t.db);

describe("previewMatches", () => {
  it("finds counterparts of text that nobody has saved, with the words that met", async () => {
    const view = await look(TYPED);
    expect(view.status).toBe("ok");
    expect(view.kind).toBe("achievement");
    expect(view.count).toBeGreaterThanOrEqual(2);
    expect(
      view.items
        .map((item) => item.id)
        .slice(0, 2)
        .sort(),
    ).toEqual([scene.battery, scene.blinded].sort());
    for (const item of view.items) {
      expect(item.band).not.toBe("low");
      for (const { text } of item.phrases) {
        expect(`${TYPED.title}${TYPED.background}${JSON.stringify(needContent())}`).toContain(text);
      }
    }
    expect(JSON.stringify(view)).not.toContain("不愿透露");
  });

  it("keeps nothing of it", async () => {
    const before = await t.db.need.findUniqueOrThrow({ where: { id: draft } });
    const events = await t.db.auditEvent.count();
    await look({ title: "只在这里出现的标题一二三" });
    const after = await t.db.need.findUniqueOrThrow({ where: { id: draft } });
    expect(after).toEqual(before);
    expect(await t.db.auditEvent.count()).toBe(events);
    expect(await t.db.matchShowing.count()).toBe(0);
  });

  it("shows what was saved where a field breaks its limit", async () => {
    const view = await look({ title: "长".repeat(500) });
    expect(view.status).toBe("ok");
  });

  it("says so when there is too little text", async () => {
    const empty = { title: "", summary: "", background: "", constraints: "", targets: [] };
    expect((await look({ ...empty, keywords: [] })).status).toBe("empty");
  });

  it("is for members who may edit the draft", async () => {
    const stranger = await makeStranger(t.db);
    await expect(look(TYPED, stranger)).rejects.toMatchObject({ code: "not_found" });
    await expect(look(TYPED, scene.buyer)).rejects.toMatchObject({ code: "not_found" });
    const reader = await makeMember(t.db, writer.organisationId ?? "", "MEMBER", []);
    await expect(look(TYPED, reader)).rejects.toMatchObject({ code: "forbidden" });
    for (const id of ["x", newId()]) {
      await expect(look(TYPED, writer, id)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("never shows the own organisation its own listings, nor what is not public any more", async () => {
    const own = await publishAchievement(
      t.db,
      { organisationId: writer.organisationId ?? "", userId: writer.userId },
      { title: "自有钠离子电池正极材料", description: TYPED.background, isBlinded: true },
    );
    const gone = await publishAchievement(
      t.db,
      { organisationId: scene.university.id, userId: scene.supplier.userId },
      { title: "钠离子电池正极材料撤回", description: TYPED.background },
    );
    await indexAll(t.db);
    await withdrawAchievement(t.db, gone);
    const found = (await look(TYPED)).items.map((item) => item.id);
    expect(found).not.toContain(own);
    expect(found).not.toContain(gone);
  });

  it("works for an achievement being written", async () => {
    const { id } = await makeDraft(t.db, writer, writer.organisationId ?? "", {
      kind: "achievement",
      content: achievementContent(),
    });
    const content = { title: "长寿命钠离子电池正极材料", description: "层状氧化物，储能电站用。" };
    const view = await previewMatches({ kind: "achievement", id, content }, writer, t.db);
    expect(view.kind).toBe("need");
    expect(view.items.map((item) => item.id)).toEqual([scene.need]);
  });

  it("is quiet while the search engine is away", async () => {
    const url = process.env.MEILI_URL;
    process.env.MEILI_URL = "http://127.0.0.1:9";
    resetEnv();
    try {
      expect(await look(TYPED)).toMatchObject({ status: "unavailable", count: 0, items: [] });
    } finally {
      process.env.MEILI_URL = url;
      resetEnv();
    }
  });
});

describe("draftMatchListing", () => {
  it.each(["achievement", "need"] as const)(
    "sees of a saved %s what the index would",
    async (kind) => {
      const content =
        kind === "need"
          ? needContent({ budgetKind: "RANGE", budgetMinFen: 100, budgetMaxFen: 900, trlWanted: 6 })
          : achievementContent({
              priceKind: "FIXED",
              priceMinFen: 500,
              sectionVisibility: { ip: "NDA" },
            });
      const { id } = await makeDraft(t.db, writer, writer.organisationId ?? "", {
        kind,
        content,
      } as KindAndContent);
      const listing = await getListing(t.db, { kind, id });
      const references = await loadReferences(t.db);
      const next = kindAndContent(listing, listing.content);
      const draft = draftMatchListing(listing, next, references, new Date());
      // The database keeps the cells of a row of advantages in an order of its own.
      const inAnyOrder = (text = "") => text.split(" ").sort();
      const stored = await loadMatchListing(t.db, kind, id, references);
      expect({ ...draft, text: inAnyOrder(draft.text) }).toEqual({
        ...stored,
        text: inAnyOrder(stored?.text),
      });
    },
  );
});

describe("takePreview", () => {
  it("stops one person, not the others", () => {
    const [busy, other] = [newId(), newId()];
    for (let look = 0; look < 90; look += 1) takePreview(busy);
    expect(() => takePreview(busy)).toThrow("too_many_requests");
    expect(() => takePreview(other)).not.toThrow();
  });
});
