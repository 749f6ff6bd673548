import { describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { formatFen } from "~/domain/shared/money";
import { answerLotQuestion } from "~/domain/trading/answer-lot-question.server";
import { askAboutLot } from "~/domain/trading/ask-about-lot.server";
import { getDeskLot, listDeskLots } from "~/domain/trading/desk-lot-queries.server";
import { listLots } from "~/domain/trading/lot-list-queries.server";
import { lotSearchSchema } from "~/domain/trading/lot-search-schema";
import { getLotWizard } from "~/domain/trading/lot-wizard-queries.server";
import { moveLot } from "~/domain/trading/move-lot.server";
import { getOfficeLot, listLotQueue } from "~/domain/trading/office-lot-queries.server";
import { openReserve } from "~/domain/trading/open-reserve.server";
import { listOwnApplications } from "~/domain/trading/own-application-queries.server";
import { getPublicLot } from "~/domain/trading/public-lot-queries.server";
import { recordLotOutcome } from "~/domain/trading/record-lot-outcome.server";
import { sealReserve, unsealReserve } from "~/domain/trading/reserve-cipher.server";
import { addBidder, announcedLot, endApplications, lotInCheck } from "../../factories/lots";
import { makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const AMOUNT = 137_913_791n;
const PAGE = { skip: 0, size: 50 };
/** Every way in which the amount could be written. */
const WRITINGS = [
  AMOUNT.toString(),
  "1379137.91",
  "1,379,137.91",
  formatFen(AMOUNT, "zh-CN"),
  formatFen(AMOUNT, "en"),
];

function leaks(what: string): string[] {
  return WRITINGS.filter((writing) => what.includes(writing));
}

const json = (value: unknown) =>
  JSON.stringify(value, (_key, member) =>
    typeof member === "bigint" ? member.toString() : member,
  );

/** Every row of every table as text, but for the sealed column itself. */
async function wholeDatabase(): Promise<string[]> {
  const tables = await t.db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name
    FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema IN ('public', 'graphile_worker')`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await t.db.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM ${name} AS row
       WHERE row::text LIKE '%${AMOUNT}%' OR row::text LIKE '%1379137.91%'`,
    );
    if ((rows[0]?.count ?? 0) > 0) found.push(name);
  }
  return found;
}

const reserve = { kind: "SECRET", amountFen: AMOUNT } as const;

describe("a secret reserve", () => {
  it("stands in no page, list, notice, message, job, evidence or audit row before the end", async () => {
    const lot = await announcedLot(t, { reserve, startPriceFen: 100_000_00n });
    const bidder = await addBidder(t, lot);
    await askAboutLot({ number: lot.number, text: "保留价是多少？" }, bidder.actor, t.db);
    await answerLotQuestion({ lotId: lot.id, number: 1, answer: "保密。" }, lot.seller, t.db);
    const readers = [null, lot.seller, bidder.actor, await makeStranger(t.db), lot.operator];
    for (const reader of readers) {
      expect(leaks(json(await getPublicLot(t.db, lot.number, reader, "zh-CN")))).toEqual([]);
    }
    const all = lotSearchSchema.parse({ show: "all" });
    const pages = [
      await getDeskLot(t.db, lot.id, lot.seller, "zh-CN"),
      await listDeskLots(t.db, lot.sellerId, { state: null }, PAGE),
      await getOfficeLot(t.db, lot.id, lot.operator, "zh-CN"),
      await listLotQueue(t.db, lot.operator, "all", PAGE),
      await listLots(t.db, all, PAGE, "zh-CN"),
      await listOwnApplications(t.db, bidder.actor, PAGE),
    ];
    expect(pages.flatMap((page) => leaks(json(page)))).toEqual([]);
    expect(await wholeDatabase()).toEqual([]);
  });

  it("is not shown to its own seller again, and a refused submission says nothing of it", async () => {
    const lot = await lotInCheck(t, {
      reserve,
      startPriceFen: 1_000_000_000n,
      depositFen: 100_000_000n,
    });
    await moveLot({ lotId: lot.id, move: "recall" }, lot.seller, t.db);
    const wizard = await getLotWizard(t.db, lot.id, lot.seller, "zh-CN");
    expect(wizard.values).toMatchObject({ reserveKind: "KEEP", reserve: "" });
    expect(leaks(json(wizard))).toEqual([]);
    const refused = await moveLot({ lotId: lot.id, move: "submit" }, lot.seller, t.db).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({
      code: "lot_reserve_unsound",
      params: { condition: "reserve-sound" },
    });
    expect(await wholeDatabase()).toEqual([]);
  });

  it("opens for the engine, and for everybody when the run has ended", async () => {
    const lot = await announcedLot(t, { reserve });
    await addBidder(t, lot);
    await addBidder(t, lot);
    await endApplications(t, lot);
    await t.db.$transaction(async (tx) => {
      expect((await openReserve(tx, lot.id))?.amountFen).toBe(AMOUNT);
      const outcome = { kind: "FAILED", reason: "RESERVE" } as const;
      await recordLotOutcome(tx, lot.id, outcome, systemActor("test"));
    });
    const view = await getPublicLot(t.db, lot.number, null, "zh-CN");
    expect(view.reserve).toMatchObject({ kind: "SECRET", openedFen: AMOUNT.toString() });
  });

  it("does not open in another lot's row, and two sealings of one amount look different", () => {
    const sealed = sealReserve({ amountFen: AMOUNT, nonce: "a" }, "lot-1");
    expect(unsealReserve(sealed, "lot-1")).toEqual({ amountFen: AMOUNT, nonce: "a" });
    expect(() => unsealReserve(sealed, "lot-2")).toThrow();
    const again = sealReserve({ amountFen: 1n, nonce: "a" }, "lot-1");
    expect(again).not.toBe(sealed);
    expect(again.length).toBe(sealed.length);
  });
});

describe("names of applicants", () => {
  it("are in no public or seller's page before the end, their number is", async () => {
    const lot = await announcedLot(t);
    const bidder = await addBidder(t, lot);
    const { legalName } = await t.db.organisation.findUniqueOrThrow({
      where: { id: bidder.organisationId },
    });
    for (const reader of [null, lot.seller, await makeStranger(t.db)]) {
      const view = await getPublicLot(t.db, lot.number, reader, "zh-CN");
      expect(json(view)).not.toContain(legalName);
      expect(view.applicationCount).toBe(1);
    }
    expect(json(await getDeskLot(t.db, lot.id, lot.seller, "zh-CN"))).not.toContain(legalName);
    expect(json(await getPublicLot(t.db, lot.number, bidder.actor, "zh-CN"))).toContain(legalName);
  });
});

describe("what was never announced", () => {
  it("does not exist for the public, nor does a question before its answer", async () => {
    const draft = await lotInCheck(t);
    await expect(getPublicLot(t.db, draft.number, null, "zh-CN")).rejects.toMatchObject({
      status: 404,
    });
    const lot = await announcedLot(t);
    const stranger = await makeStranger(t.db);
    await askAboutLot({ number: lot.number, text: "有没有中试数据？" }, stranger, t.db);
    expect((await getPublicLot(t.db, lot.number, null, "zh-CN")).questions).toEqual([]);
    await expect(
      answerLotQuestion({ lotId: lot.id, number: 1, answer: "有。" }, stranger, t.db),
    ).rejects.toMatchObject({ status: 404 });
    await answerLotQuestion({ lotId: lot.id, number: 1, answer: "有。" }, lot.seller, t.db);
    const [question] = (await getPublicLot(t.db, lot.number, null, "zh-CN")).questions;
    expect(question).toMatchObject({ text: "有没有中试数据？", answer: "有。" });
    expect(json(question)).not.toContain(stranger.userId);
  });
});
