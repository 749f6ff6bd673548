import { systemActor } from "~/domain/identity/actor";
import { calendarDate, endOfDate } from "~/domain/shared/clock";
import { advance, advanceMany } from "~/domain/shared/procedure/advance.server";
import type { MoveHook } from "~/domain/shared/procedure/conduct";
import { getCalendar } from "~/domain/shared/reference-data.server";
import { addCalendarDays } from "~/domain/shared/working-days";
import type { Tx } from "~/platform/db.server";
import { openSealedBids } from "./open-sealed-bids.server";
import { rankBids } from "./rank-bids.server";
import { tenderBidConduct } from "./tender-bid-conduct.server";
import { type TenderMove, tenderProcedure } from "./tender-procedure";
import type { TenderRow } from "./tender-rows.server";
import { hashTender, makeTenderRules } from "./tender-rules.server";
import { readRules } from "./tender-schema";

const market = systemActor("tenders");
type Context = Parameters<MoveHook<TenderRow>>[0];

export const eachTender =
  (work: (tender: TenderRow, context: Context) => Promise<void>): MoveHook<TenderRow> =>
  async (context) => {
    for (const tender of context.subjects) await work(tender, context);
  };

const write = (tx: Tx, id: string, data: Parameters<Tx["tender"]["update"]>[0]["data"]) =>
  tx.tender.update({ where: { id }, data });

/** The end of the n-th day from now, not on a holiday. */
async function endAfter(tx: Tx, days: number, now: Date): Promise<Date> {
  return endOfDate(addCalendarDays(await getCalendar(tx), calendarDate(now), days));
}

const inState = (tender: TenderRow, ...states: string[]) =>
  tender.bids.filter((one) => states.includes(one.state)).map((one) => one.id);

/** What ends without an award: bids that were opened are not awarded, sealed ones stay sealed. */
const endBids = eachTender(async (tender, { tx, input }) => {
  await advanceMany(tx, tenderBidConduct, inState(tender, "OPENED", "EVALUATED"), "pass", market);
  await write(tx, tender.id, { closeNote: input.note?.trim() ?? "" });
});

/** Every date that has not passed moves by the time that the tender stood still. */
const goOn = eachTender(async (tender, { tx, now }) => {
  const stopped = await tx.procedureMove.findFirst({
    where: { procedure: tenderProcedure.name, subjectId: tender.id, move: "suspend" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true },
  });
  const from = stopped?.at ?? now;
  const moved = (date: Date | null) =>
    date !== null && date > from ? new Date(date.getTime() + now.getTime() - from.getTime()) : date;
  await write(tx, tender.id, {
    suspendedFrom: null,
    bidsDueAt: moved(tender.bidsDueAt),
    candidatesEndAt: moved(tender.candidatesEndAt),
    standstillEndsAt: moved(tender.standstillEndsAt),
  });
});

/** Columns that are written before the state. */
export const tenderWrites: Partial<Record<TenderMove, MoveHook<TenderRow>>> = {
  issue: eachTender(async (tender, { tx, now }) => {
    const rules = await makeTenderRules(tx, tender, now);
    await write(tx, tender.id, { issuedAt: now, rules, rulesHash: hashTender(tender, rules) });
  }),
  beginOpening: eachTender(async (tender, { tx }) => {
    await advanceMany(tx, tenderBidConduct, inState(tender, "UNCONFIRMED"), "lapse", market);
  }),
  open: eachTender(async (tender, { tx, now }) => {
    await openSealedBids(tx, tender, now);
    await write(tx, tender.id, { openedAt: now });
  }),
  concludeOpening: eachTender(async (tender, { tx, now }) => {
    await openSealedBids(tx, tender, now);
    await write(tx, tender.id, { openedAt: now });
  }),
  publishCandidates: eachTender(async (tender, { tx, now }) => {
    await rankBids(tx, tender);
    const candidatesEndAt = await endAfter(tx, readRules(tender.rules).candidatesDays, now);
    await write(tx, tender.id, { candidatesAt: now, candidatesEndAt });
  }),
  reEvaluate: eachTender(async (tender, { tx }) => {
    const ids = inState(tender, "EVALUATED");
    await advanceMany(tx, tenderBidConduct, ids, "takeBack", market);
    await tx.tenderBid.updateMany({
      where: { id: { in: ids } },
      data: { rank: null, scoreMillionths: null },
    });
    await tx.tenderMember.updateMany({
      where: { tenderId: tender.id, recusedAt: null },
      data: { submittedAt: null },
    });
    await write(tx, tender.id, {
      candidatesAt: null,
      candidatesEndAt: null,
      standstillEndsAt: null,
    });
  }),
  beginStandstill: eachTender(async (tender, { tx, now }) => {
    const standstillEndsAt = await endAfter(tx, readRules(tender.rules).standstillDays, now);
    await write(tx, tender.id, { standstillEndsAt });
  }),
  award: eachTender(async (tender, { tx, input, now }) => {
    const bidId = String(input.bidId);
    await advance(tx, tenderBidConduct, bidId, "award", market);
    await write(tx, tender.id, { awardedAt: now, awardedBidId: bidId });
  }),
  refuseAward: eachTender(async (tender, { tx, input }) => {
    const note = input.note ?? "";
    await advance(tx, tenderBidConduct, tender.awardedBidId ?? "", "refuse", market, { note });
  }),
  excuseWinner: eachTender(async (tender, { tx, input }) => {
    const note = input.note ?? "";
    await advance(tx, tenderBidConduct, tender.awardedBidId ?? "", "excuse", market, { note });
  }),
  failUnopened: eachTender(async (tender, { tx }) => {
    await advanceMany(tx, tenderBidConduct, inState(tender, "UNCONFIRMED"), "lapse", market);
    await write(tx, tender.id, { closeNote: "too_few_bids" });
  }),
  failOpened: endBids,
  cancel: endBids,
  suspend: eachTender(async (tender, { tx }) => {
    await write(tx, tender.id, { suspendedFrom: tender.state });
  }),
  resumeIssued: goOn,
  resumeOpening: goOn,
  resumeEvaluation: goOn,
  resumeCandidates: goOn,
  resumeStandstill: goOn,
};
