import { afterEach, describe, expect, it } from "vitest";
import { acceptTerms } from "~/domain/deals/accept-terms.server";
import { approvePublicity } from "~/domain/deals/approve-publicity.server";
import { getDealFrame } from "~/domain/deals/deal-frame-queries.server";
import { declareRelatedParty } from "~/domain/deals/declare-related-party.server";
import { handleObjection } from "~/domain/deals/handle-objection.server";
import { objectToPublicity } from "~/domain/deals/object-to-publicity.server";
import { offerTerms } from "~/domain/deals/offer-terms.server";
import { proposePublicity } from "~/domain/deals/propose-publicity.server";
import { getPublicityPack } from "~/domain/deals/publicity-pack.server";
import {
  getPublicPublicity,
  getRoomPublicity,
  listOwnPublicities,
  listPublicities,
} from "~/domain/deals/publicity-page-queries.server";
import { isPublicityCleared, needsPublicity } from "~/domain/deals/publicity-queries.server";
import { runPublicity } from "~/domain/deals/run-publicity.server";
import { useTestClock } from "~/domain/shared/clock";
import { sweepClocks } from "~/domain/shared/procedure/sweep-clocks.server";
import { firings } from "~/jobs/procedures/firings.server";
import { makeAcceptedTerms, makeDeal, type TestDeal, termSheet } from "../../factories/deals";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const DAY_MS = 86_400_000;
let testClock: ReturnType<typeof useTestClock> | undefined;
afterEach(() => {
  testClock?.restore();
  testClock = undefined;
});

const LICENCE = {
  categoryCode: "31",
  object: {
    description: "独占许可实施",
    rights: [{ kind: "PATENT_INVENTION", title: "涂覆方法", number: "201710601862.3" }],
  },
  licence: { kind: "EXCLUSIVE", territory: "中国" },
} as const;
const licence = (overrides: Parameters<typeof termSheet>[0] = {}) =>
  termSheet({
    ...LICENCE,
    object: { ...LICENCE.object, rights: [...LICENCE.object.rights] },
    ...overrides,
  });

// The smallest picture that is one: minutes may come as a scan.
const MINUTES = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);
const OBJECTION = {
  name: "王某",
  contact: "0531-80000000",
  text: "价格明显低于市场水平，请说明依据。",
  website: "",
};

async function declare(deal: TestDeal, isRelated: "YES" | "NO" = "NO") {
  const kinds = isRelated === "YES" ? (["RELATIVE"] as const) : [];
  for (const actor of [deal.seller, deal.buyer]) {
    await declareRelatedParty(
      { dealId: deal.id, isRelated, kinds: [...kinds], note: "说明", confirmed: "on" },
      actor,
      t.db,
    );
  }
}

/** What the room says is next, to seller and buyer. */
async function stepsOf(deal: TestDeal) {
  const frames = [deal.seller, deal.buyer].map((actor) => getDealFrame(deal.id, actor, t.db));
  return (await Promise.all(frames)).map((frame) => frame.step);
}

/** A university's room with accepted terms of a licence and a running publicity. */
async function startPublicity(startAt: string) {
  testClock = useTestClock(new Date(startAt));
  const deal = await makeDeal(t.db, { supplyKind: "UNIVERSITY" });
  await makeAcceptedTerms(t.db, deal, licence());
  await t.db.$transaction([
    t.db.$executeRaw`SELECT set_config('market.procedure', 'Deal', true)`,
    t.db.deal.update({ where: { id: deal.id }, data: { state: "AGREED" } }),
  ]);
  await declare(deal);
  expect(await stepsOf(deal)).toEqual(["handlePublicity", "waitPublicity"]);
  const { id, number } = await proposePublicity(
    { dealId: deal.id, contact: "成果转化处 0531-80000001", relatedNote: "" },
    deal.seller,
    t.db,
  );
  const upload = { name: "纪要.png", bytes: MINUTES };
  await approvePublicity({ publicityId: id, upload }, deal.seller, t.db);
  await runPublicity({ publicityId: id, move: "start" }, deal.seller, t.db);
  return { deal, id, number };
}

const stateOf = async (id: string) =>
  (await t.db.pricingPublicity.findUniqueOrThrow({ where: { id } })).state;
const goTo = (instant: string) => {
  testClock?.restore();
  testClock = useTestClock(new Date(instant));
};

describe("publicity of an agreed price", () => {
  it("runs fifteen days without the first, to the end of the last, and clears by itself", async () => {
    // Tuesday 10:00 in Beijing; the fifteenth day after it is Wednesday the 16th of December.
    const { deal, id, number } = await startPublicity("2026-12-01T02:00:00Z");
    const row = await t.db.pricingPublicity.findUniqueOrThrow({ where: { id } });
    expect(row.endsAt?.toISOString()).toBe("2026-12-16T16:00:00.000Z");
    expect(row).toMatchObject({ mode: "LICENCE", relatedStatement: "双方均声明不存在关联关系。" });
    const publicPage = await getPublicPublicity(t.db, number, "zh-CN");
    expect(publicPage).toMatchObject({ mayObject: true, counterparty: deal.demand.legalName });
    expect(JSON.stringify(publicPage)).not.toContain("纪要");

    expect(await stepsOf(deal)).toEqual(["runPublicity", "runPublicity"]);
    goTo("2026-12-16T15:59:59Z");
    await sweepClocks(t.db, firings);
    expect(await stateOf(id)).toBe("PUBLICITY");
    goTo("2026-12-16T16:00:00Z");
    await expect(objectToPublicity({ ...OBJECTION, number }, null, t.db)).rejects.toMatchObject({
      code: "publicity_over",
    });
    await Promise.all([sweepClocks(t.db, firings), sweepClocks(t.db, firings)]);
    expect(await stateOf(id)).toBe("CLEARED");
    const moves = await t.db.procedureMove.count({ where: { subjectId: id, move: "clear" } });
    expect(moves).toBe(1);
    const terms = await t.db.termSheet.findFirstOrThrow({ where: { dealId: deal.id } });
    expect(await isPublicityCleared(t.db, deal.id, terms.id)).toBe(true);
    expect(await stepsOf(deal)).toEqual(["draftContract", "draftContract"]);

    const pack = await getPublicityPack(deal.id, number, deal.buyer, t.db);
    const again = await getPublicityPack(deal.id, number, deal.seller, t.db);
    expect(Buffer.from(pack.bytes.slice(0, 5)).toString()).toBe("%PDF-");
    expect(Buffer.compare(Buffer.from(pack.bytes), Buffer.from(again.bytes))).toBe(0);
    expect(await t.db.documentSeal.count({ where: { subjectId: id } })).toBe(1);
  });

  it("ends on a working day when the last day is a holiday", async () => {
    // The fifteenth day is Saturday the 19th of December; Monday takes its place.
    const { id } = await startPublicity("2026-12-04T02:00:00Z");
    const row = await t.db.pricingPublicity.findUniqueOrThrow({ where: { id } });
    expect(row.endsAt?.toISOString()).toBe("2026-12-21T16:00:00.000Z");
  });

  it("stands still over an objection of the last day and goes on with whole days", async () => {
    const { deal, id, number } = await startPublicity("2026-12-01T02:00:00Z");
    goTo("2026-12-16T15:30:00Z");
    const [first, second] = await Promise.all([
      objectToPublicity({ ...OBJECTION, number }, null, t.db),
      objectToPublicity({ ...OBJECTION, number, contact: "b@example.org" }, deal.buyer, t.db),
    ]);
    expect([first.objectionNumber, second.objectionNumber].sort()).toEqual([1, 2]);
    expect(await stateOf(id)).toBe("OBJECTION_HANDLING");
    const open = await getPublicPublicity(t.db, number, "zh-CN");
    expect(JSON.stringify(open)).not.toMatch(/王某|0531-80000000|价格明显/);
    const ofBuyer = await getRoomPublicity(deal.id, deal.buyer, t.db);
    expect(JSON.stringify(ofBuyer)).not.toMatch(/王某|0531-80000000/);
    expect(JSON.stringify(await getRoomPublicity(deal.id, deal.seller, t.db))).toContain("王某");

    goTo("2026-12-18T02:00:00Z");
    await sweepClocks(t.db, firings);
    expect(await stateOf(id)).toBe("OBJECTION_HANDLING");
    const objections = await t.db.publicityObjection.findMany({ where: { publicityId: id } });
    const reject = (objectionId: string, actor = deal.seller) =>
      handleObjection(
        { publicityId: id, objectionId, outcome: "REJECTED", result: "价格经独立评估确定。" },
        actor,
        t.db,
      );
    await expect(reject(objections[0]?.id ?? "", deal.buyer)).rejects.toMatchObject({
      status: 403,
    });
    await reject(objections[0]?.id ?? "");
    expect(await stateOf(id)).toBe("OBJECTION_HANDLING");
    await reject(objections[1]?.id ?? "");
    expect(await stateOf(id)).toBe("PUBLICITY");
    // Half an hour was left: it ends with the day on which it runs out, here Friday the 18th.
    const row = await t.db.pricingPublicity.findUniqueOrThrow({ where: { id } });
    expect(row.endsAt?.toISOString()).toBe("2026-12-18T16:00:00.000Z");
    const page = await getPublicPublicity(t.db, number, "zh-CN");
    expect(page.objections.map((one) => one.outcome)).toEqual(["REJECTED", "REJECTED"]);
    expect(JSON.stringify(page)).not.toContain("王某");
    goTo("2026-12-18T16:00:00Z");
    await sweepClocks(t.db, firings);
    expect(await stateOf(id)).toBe("CLEARED");
  });

  it("begins anew after an objection where the market says so", async () => {
    const { deal, id, number } = await startPublicity("2026-12-01T02:00:00Z");
    const key = "market.publicity.restarts_after_objection";
    await t.db.policyParameter.updateMany({ where: { key }, data: { value: 1 } });
    testClock?.advance(DAY_MS);
    await objectToPublicity({ ...OBJECTION, number }, null, t.db);
    const objection = await t.db.publicityObjection.findFirstOrThrow({
      where: { publicityId: id },
    });
    const decided = { publicityId: id, objectionId: objection.id, result: "不成立，理由如上。" };
    await handleObjection({ ...decided, outcome: "REJECTED" }, deal.seller, t.db);
    await t.db.policyParameter.updateMany({ where: { key }, data: { value: 0 } });
    const row = await t.db.pricingPublicity.findUniqueOrThrow({ where: { id } });
    expect(row.endsAt?.toISOString()).toBe("2026-12-17T16:00:00.000Z");
  });

  it("ends as revised on a material change only, cleared or not", async () => {
    const { deal, id, number } = await startPublicity("2026-12-01T02:00:00Z");
    const agree = async (content: ReturnType<typeof licence>) => {
      const dealId = deal.id;
      const made = await offerTerms(
        { dealId, content, note: "", answersId: null },
        deal.seller,
        t.db,
      );
      const { contentHash } = await t.db.termSheet.findUniqueOrThrow({ where: { id: made.id } });
      await acceptTerms({ termSheetId: made.id, contentHash }, deal.buyer, t.db);
      return made.id;
    };
    await agree(licence({ liability: "每日万分之三" }));
    expect(await stateOf(id)).toBe("PUBLICITY");
    testClock?.advance(30 * DAY_MS);
    await sweepClocks(t.db, firings);
    expect(await stateOf(id)).toBe("CLEARED");
    const cheaper = {
      ...licence().price,
      kind: "LUMP_SUM" as const,
      totalFen: "1000000",
      technicalFen: "1000000",
      nonTechnical: [],
      instalments: [],
    };
    const termSheetId = await agree(licence({ price: cheaper }));
    expect(await stateOf(id)).toBe("REVISED");
    expect(await needsPublicity(t.db, deal.id)).toBe(true);
    expect(await isPublicityCleared(t.db, deal.id, termSheetId)).toBe(false);
    const input = { dealId: deal.id, contact: "成果转化处", relatedNote: "" };
    const next = await proposePublicity(input, deal.seller, t.db);
    expect(next.number).toBeGreaterThan(number);
    await expect(proposePublicity(input, deal.seller, t.db)).rejects.toMatchObject({
      code: "publicity_open_exists",
    });
    await declare(deal, "YES");
    expect(await stateOf(next.id)).toBe("REVISED");
  });

  it("is run by the unit's administrators, step by step, and flooded by nobody", async () => {
    testClock = useTestClock(new Date("2026-12-01T02:00:00Z"));
    const deal = await makeDeal(t.db, { supplyKind: "RESEARCH_INSTITUTE" });
    const input = { dealId: deal.id, contact: "成果转化处", relatedNote: "" };
    const propose = (actor = deal.seller) => proposePublicity(input, actor, t.db);
    await expect(propose(deal.buyer)).rejects.toMatchObject({ status: 403 });
    await expect(propose()).rejects.toMatchObject({ code: "publicity_no_terms" });
    await makeAcceptedTerms(t.db, deal, licence());
    await expect(propose()).rejects.toMatchObject({ code: "publicity_related_missing" });
    await declare(deal);
    const { id, number } = await propose();
    await expect(
      runPublicity({ publicityId: id, move: "start" }, deal.seller, t.db),
    ).rejects.toMatchObject({ code: "wrong_state" });
    const upload = { name: "纪要.pdf", bytes: new TextEncoder().encode("no pdf") };
    await expect(
      approvePublicity({ publicityId: id, upload }, deal.seller, t.db),
    ).rejects.toMatchObject({ code: "file_kind" });
    await expect(getPublicPublicity(t.db, number, "en")).rejects.toMatchObject({ status: 404 });
    await approvePublicity(
      { publicityId: id, upload: { name: "纪要.png", bytes: MINUTES } },
      deal.seller,
      t.db,
    );
    await runPublicity({ publicityId: id, move: "start" }, deal.seller, t.db);
    const object = () => objectToPublicity({ ...OBJECTION, number }, null, t.db);
    for (const _ of [1, 2, 3]) await object();
    await expect(object()).rejects.toMatchObject({ code: "objection_daily_max", status: 429 });
    const objection = await t.db.publicityObjection.findFirstOrThrow({
      where: { publicityId: id, number: 1 },
    });
    await handleObjection(
      { publicityId: id, objectionId: objection.id, outcome: "UPHELD", result: "成立，重新定价。" },
      deal.seller,
      t.db,
    );
    await runPublicity({ publicityId: id, move: "stop", note: "重新定价" }, deal.seller, t.db);
    expect((await getPublicPublicity(t.db, number, "en")).state).toBe("STOPPED");
    const all = await listPublicities(t.db, { isRunning: false, skip: 0, take: 50 });
    expect(all.lines.map((one) => one.number)).toContain(number);
    const own = await listOwnPublicities(deal.seller, t.db, { skip: 0, take: 10 });
    expect(own.lines.map((one) => [one.number, one.openObjections])).toEqual([[number, 2]]);
    expect((await listOwnPublicities(deal.buyer, t.db, { skip: 0, take: 10 })).total).toBe(0);
  });
});
