import { systemActor } from "~/domain/identity/actor";
import { giveStrike } from "~/domain/oversight/give-strike.server";
import { forfeitDeposit } from "~/domain/payments/forfeit-deposit.server";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { advanceMany } from "~/domain/shared/procedure/advance.server";
import type { MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { tenderBidConduct } from "./tender-bid-conduct.server";
import { findBond, releaseBonds } from "./tender-bonds.server";
import { deskTenderHref } from "./tender-href";
import {
  tellBidders,
  tellBuyer,
  tellHolders,
  tellOperators,
  tellTender,
} from "./tender-notices.server";
import type { TenderMove } from "./tender-procedure";
import { loadTenders, seatedMembers, type TenderRow } from "./tender-rows.server";
import { readRules } from "./tender-schema";
import { eachTender } from "./tender-writes.server";

const market = systemActor("tenders");
const NOBODY: ReadonlySet<string> = new Set();

/** Rows as the move has left them. */
async function fresh(tx: Tx, tender: TenderRow): Promise<TenderRow> {
  const [now] = await loadTenders(tx, [tender.id]);
  return now ?? tender;
}

/** One waiting job per tender: its next instant. */
export async function planTenderDue(tx: Tx, tenderId: string, runAt: Date | null): Promise<void> {
  if (!runAt) return;
  await enqueueJob(tx, "tenders.due", { tenderId }, { runAt, key: `tenders.due:${tenderId}` });
}

/** The organisations that an award leaves bound: the winner and the next candidate. */
function boundAfterAward(tender: TenderRow): { bound: Set<string>; free: string[] } {
  const winner = tender.bids.find((one) => one.id === tender.awardedBidId);
  const { candidatesMaximum } = readRules(tender.rules);
  const left = tender.bids
    .filter((one) => one.state === "EVALUATED")
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const next = left.find((one) => (one.rank ?? 0) <= candidatesMaximum);
  const bound = [winner, next].flatMap((one) => one?.organisationId ?? []);
  return {
    bound: new Set(bound),
    free: left.filter((one) => one !== next).map((one) => one.id),
  };
}

const ended =
  (kind: "tenderFailed" | "tenderCancelled"): MoveHook<TenderRow> =>
  async (context) => {
    const { tx, actor, input, subjects } = context;
    for (const tender of subjects) {
      const note = input.note?.trim() ?? "";
      await releaseBonds(tx, tender.id, NOBODY, `tender ${tender.number} has ended`, actor);
      await tellBuyer(tx, tender, kind, note);
      await tellBidders(tx, tender, kind, note);
    }
  };

/**
 * What an opening leads to, whoever concludes it. Bonds of bids that could not be opened stay where
 * they are until the award or the end: somebody may have broken a bid on purpose, or may object.
 */
const opened = eachTender(async (before, { tx, now }) => {
  const tender = await fresh(tx, before);
  await recuseBidders(tx, tender, now);
  const left = tender.bids.filter((one) => one.state === "OPENED");
  await tellBuyer(tx, tender, "tenderOpened");
  await tellBidders(tx, tender, "tenderOpened");
  await tellOperators(tx, tender, "tenderOpened");
  const asked = await tx.procedureMove.findMany({
    where: {
      procedure: "tender-bid",
      subjectId: { in: left.map((one) => one.id) },
      move: "askPrice",
    },
    select: { subjectId: true },
  });
  const ids = new Set(asked.map((one) => one.subjectId));
  const low = left.filter((one) => ids.has(one.id));
  await tellBidders(tx, { ...tender, bids: low }, "tenderPriceAsked");
  await enqueueJob(tx, "trading.watch", { caseType: "TENDER", caseId: tender.id });
});

/** Who belongs to a bidder leaves the committee by itself. */
async function recuseBidders(tx: Tx, tender: TenderRow, now: Date): Promise<void> {
  const userIds = seatedMembers(tender).map((one) => one.userId);
  const related = await tx.membership.findMany({
    where: {
      userId: { in: userIds },
      endedAt: null,
      organisationId: { in: tender.bids.map((one) => one.organisationId) },
    },
    select: { userId: true },
  });
  if (related.length === 0) return;
  await tx.tenderMember.updateMany({
    where: { tenderId: tender.id, userId: { in: related.map((one) => one.userId) } },
    data: { recusedAt: now, recusalNote: "bidder", submittedAt: null },
  });
}

const resumed = eachTender(async (before, { tx, input }) => {
  const tender = await fresh(tx, before);
  await planTenderDue(tx, tender.id, nextInstant(tender));
  await tellBuyer(tx, tender, "tenderResumed", input.note?.trim() ?? "");
  await tellBidders(tx, tender, "tenderResumed", input.note?.trim() ?? "");
});

function nextInstant({ state, bidsDueAt, candidatesEndAt, standstillEndsAt }: TenderRow) {
  if (state === "ISSUED") return bidsDueAt;
  if (state === "CANDIDATES") return candidatesEndAt;
  return state === "STANDSTILL" ? standstillEndsAt : null;
}

/** The job closes the room with who is no longer the winner. */
async function unaward(tx: Tx, id: string): Promise<void> {
  await tx.tender.update({ where: { id }, data: { awardedBidId: null, awardedAt: null } });
  await enqueueJob(tx, "deals.fromTrade", { caseType: "TENDER", id });
}

/** Ways to tell of a move that asks nothing more. */
const toldBuyer = (kind: Parameters<typeof tellBuyer>[2]) =>
  eachTender(async (tender, { tx, input }) =>
    tellBuyer(tx, tender, kind, input.note?.trim() ?? ""),
  );

/** What follows a move in the same transaction: jobs, bonds, notices. */
export const tenderEffects: Partial<Record<TenderMove, MoveHook<TenderRow>>> = {
  submit: eachTender(async (tender, { tx }) => tellOperators(tx, tender, "tenderToCheck")),
  correct: toldBuyer("tenderReturned"),
  issue: eachTender(async (tender, { tx }) => {
    await planTenderDue(tx, tender.id, tender.bidsDueAt);
    await tellBuyer(tx, tender, "tenderIssued");
  }),
  beginOpening: eachTender(async (before, { tx, actor }) => {
    const tender = await fresh(tx, before);
    const standing = tender.bids.filter((one) => one.state === "SUBMITTED");
    const bound = new Set(standing.map((one) => one.organisationId));
    await releaseBonds(tx, tender.id, bound, `tender ${tender.number}: no bid`, actor);
    await tellHolders(tx, tender, "tenderOpening");
    await tellBuyer(tx, tender, "tenderOpening");
    await tellBidders(tx, { ...tender, bids: standing }, "tenderOpening");
  }),
  failUnopened: eachTender(async (tender, { tx, actor }) => {
    await releaseBonds(tx, tender.id, NOBODY, `tender ${tender.number}: too few bids`, actor);
    await tellBuyer(tx, tender, "tenderTooFew");
    await tellBidders(tx, tender, "tenderTooFew");
  }),
  open: opened,
  concludeOpening: opened,
  publishCandidates: eachTender(async (before, { tx }) => {
    const tender = await fresh(tx, before);
    await planTenderDue(tx, tender.id, tender.candidatesEndAt);
    await tellBuyer(tx, tender, "tenderCandidates");
    await tellBidders(tx, tender, "tenderCandidates");
  }),
  reEvaluate: eachTender(async (tender, { tx, input }) => {
    const userIds = seatedMembers(tender).map((one) => one.userId);
    const href = deskTenderHref(tender.id, "evaluation");
    await tellTender(tx, tender, { kind: "tenderReEvaluated", userIds, href });
    await tellBidders(tx, tender, "tenderReEvaluated", input.note?.trim() ?? "");
  }),
  beginStandstill: eachTender(async (before, { tx }) => {
    const tender = await fresh(tx, before);
    await planTenderDue(tx, tender.id, tender.standstillEndsAt);
    await tellBuyer(tx, tender, "tenderStandstill");
  }),
  award: eachTender(async (before, { tx, actor }) => {
    const tender = await fresh(tx, before);
    const { bound, free } = boundAfterAward(tender);
    await advanceMany(tx, tenderBidConduct, free, "pass", market);
    await releaseBonds(tx, tender.id, bound, `tender ${tender.number}: not awarded`, actor);
    await enqueueJob(tx, "deals.fromTrade", { caseType: "TENDER", id: tender.id });
    await tellBuyer(tx, tender, "tenderAwarded");
    await tellBidders(tx, tender, "tenderAwarded");
  }),
  refuseAward: eachTender(async (tender, { tx, actor, input }) => {
    const winner = tender.bids.find((one) => one.id === tender.awardedBidId);
    if (!winner) return;
    const reason = input.note?.trim() ?? "";
    const { organisationId } = winner;
    const bond = await findBond(tx, tender.id, organisationId);
    if (bond?.state === "PAID") {
      const to = { reason, toOrganisationId: tender.organisationId };
      await forfeitDeposit(tx, bond.id, to, actor);
    }
    await giveStrike(
      tx,
      {
        organisationId,
        kind: "NOT_SIGNED",
        caseType: "TENDER",
        caseId: tender.id,
        reason: `招标 ${tender.number}：中标后不签合同`,
      },
      actor,
    );
    await unaward(tx, tender.id);
    await tellBuyer(tx, tender, "tenderRefused", reason);
    await tellOperators(tx, tender, "tenderRefused", reason);
  }),
  excuseWinner: eachTender(async (tender, { tx, input }) => {
    const note = input.note?.trim() ?? "";
    await unaward(tx, tender.id);
    await tellBuyer(tx, tender, "tenderExcused", note);
    await tellBidders(tx, tender, "tenderExcused", note);
  }),
  contract: eachTender(async (tender, { tx, actor }) => {
    const left = tender.bids.filter((one) => one.state === "EVALUATED").map((one) => one.id);
    await advanceMany(tx, tenderBidConduct, left, "pass", market);
    await releaseBonds(tx, tender.id, NOBODY, `tender ${tender.number}: contract signed`, actor);
    await tellBuyer(tx, tender, "tenderContracted");
  }),
  failOpened: ended("tenderFailed"),
  cancel: ended("tenderCancelled"),
  suspend: eachTender(async (tender, { tx, input }) => {
    await tellBuyer(tx, tender, "tenderSuspended", input.note?.trim() ?? "");
    await tellBidders(tx, tender, "tenderSuspended", input.note?.trim() ?? "");
  }),
  resumeIssued: resumed,
  resumeOpening: resumed,
  resumeEvaluation: resumed,
  resumeCandidates: resumed,
  resumeStandstill: resumed,
};
