import type { Actor } from "~/domain/identity/actor";
import { giveStrike } from "~/domain/oversight/give-strike.server";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import type { MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { addLotNotice } from "./add-lot-notice.server";
import { carryLotDeposits } from "./carry-lot-deposits.server";
import { countDeposit, giveBackDeposits, keepDeposit } from "./lot-deposits.server";
import { liveHref } from "./lot-href";
import type { LotNoticeContent, LotNoticeKind } from "./lot-notice-schema";
import type { LotMove } from "./lot-procedure";
import { type LotRow, loadLots } from "./lot-rows.server";
import { requestLotFees } from "./request-lot-fees.server";
import { tellApplicant, tellOperators, tellSeller } from "./tell-lot.server";

type Hook = MoveHook<LotRow>;
type One = Omit<Parameters<Hook>[0], "subjects"> & {
  /** As it is after the move. */
  lot: LotRow;
};

/** Effects see the row as the move has written it. */
const each =
  (work: (context: One) => Promise<void>): Hook =>
  async ({ subjects, ...context }) => {
    const ids = subjects.map((lot) => lot.id);
    for (const lot of await loadLots(context.tx, ids)) await work({ ...context, lot });
  };

const iso = (at: Date | null) => (at ? { at: at.toISOString() } : null);
const datesOf = (lot: LotRow): LotNoticeContent => ({
  ...(lot.applicationsEndAt ? { applicationsEndAt: lot.applicationsEndAt.toISOString() } : {}),
  ...(lot.biddingStartsAt ? { biddingStartsAt: lot.biddingStartsAt.toISOString() } : {}),
});

/** Asks the queue to look at the lot at the instants at which something is due. */
async function wakeAtDues(tx: Tx, lot: LotRow): Promise<void> {
  const instants = {
    ANNOUNCED: [lot.applicationsEndAt, lot.biddingStartsAt],
    PENDING_CONFIRM: [lot.confirmDueAt],
    SOLD: [lot.contractDueAt],
    NEGOTIATION: [lot.contractDueAt],
  }[lot.state];
  for (const [index, at] of (instants ?? []).entries()) {
    if (!at) continue;
    const key = `trading.lotDue:${lot.id}:${index}`;
    await enqueueJob(tx, "trading.lotDue", { lotId: lot.id }, { runAt: at, key });
  }
}

const takingPart = (lot: LotRow) =>
  lot.applications.filter((one) => ["SUBMITTED", "QUALIFIED", "ADMITTED"].includes(one.state));

async function tellAll(tx: Tx, lot: LotRow, kind: Parameters<typeof tellSeller>[2], note = "") {
  await tellSeller(tx, lot, kind, note);
  for (const one of takingPart(lot)) await tellApplicant(tx, lot, one.organisationId, kind, note);
}

const watch = (tx: Tx, lot: LotRow) =>
  enqueueJob(tx, "trading.watch", { caseType: "LOT", caseId: lot.id });

/** A training run opens no room. */
async function openRoom(tx: Tx, lot: LotRow): Promise<void> {
  if (lot.isTraining) return;
  const key = `deals.fromTrade:LOT:${lot.id}`;
  await enqueueJob(tx, "deals.fromTrade", { caseType: "LOT", id: lot.id }, { key });
}

/** The same job closes a room whose lot has no two sides any more. */
async function closeRoom(tx: Tx, lot: LotRow): Promise<void> {
  if (lot.isTraining || !lot.winnerApplicationId) return;
  await enqueueJob(tx, "deals.fromTrade", { caseType: "LOT", id: lot.id });
}

const orderRun = (tx: Tx, lot: LotRow) =>
  enqueueJob(tx, "bidding.schedule", { lotId: lot.id }, { key: `bidding.schedule:${lot.id}` });

async function winnerOf(tx: Tx, lot: LotRow) {
  const found = lot.applications.find((one) => one.id === lot.winnerApplicationId);
  if (!found) return null;
  return tx.organisation.findUnique({
    where: { id: found.organisationId },
    select: { id: true, legalName: true },
  });
}

/** Notice, message to everybody who takes part, and every deposit on its way back. */
function end(
  kind: LotNoticeKind,
  message: Parameters<typeof tellSeller>[2],
  why?: LotNoticeContent["why"],
): Hook {
  return each(async ({ tx, actor, lot, input }) => {
    const reason = input.note?.trim();
    await addLotNotice(tx, lot.id, kind, {
      ...(why ? { why } : {}),
      ...(reason ? { reason } : {}),
    });
    await giveBackDeposits(tx, lot, { reason: `lot ${lot.number}: ${kind}` }, actor);
    await tellAll(tx, lot, message, reason ?? "");
    await closeRoom(tx, lot);
  });
}

/** What came in while the lot stood still asked nothing then: it is looked at again. */
async function lookAgain(tx: Tx, lot: LotRow, actor: Actor): Promise<void> {
  for (const { state, depositPaymentId: paymentId } of lot.applications) {
    if (state === "QUALIFIED" && paymentId) await enqueueJob(tx, "payments.changed", { paymentId });
  }
  if (lot.state === "BIDDING") await orderRun(tx, lot);
  if (lot.state === "ANNOUNCED") await carryLotDeposits(tx, lot, actor);
  const room = await tx.deal.findFirst({
    where: { lotId: lot.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, state: true },
  });
  if (!room) return;
  const kind = ROOM_NEWS[room.state];
  if (kind) await enqueueJob(tx, "trading.roomMoved", { dealId: room.id, kind });
}

const ROOM_NEWS: Record<string, "SIGNED" | "COMPLETED" | "ENDED"> = {
  CONTRACTED: "SIGNED",
  COMPLETED: "COMPLETED",
  CLOSED: "ENDED",
};

const resumed: Hook = each(async ({ tx, actor, lot, input }) => {
  const reason = input.note?.trim() ?? "";
  await addLotNotice(tx, lot.id, "RESUMED", { reason, ...datesOf(lot) });
  await wakeAtDues(tx, lot);
  await lookAgain(tx, lot, actor);
  await tellAll(tx, lot, "lotResumed", reason);
});

const negotiate: Hook = each(async ({ tx, actor, lot }) => {
  const buyer = lot.applications.find((one) => one.id === lot.winnerApplicationId);
  await addLotNotice(tx, lot.id, "NEGOTIATION", buyer?.isRelated ? { isRelated: true } : {});
  const reason = `lot ${lot.number}: NEGOTIATION`;
  await giveBackDeposits(tx, lot, { reason, exceptId: lot.winnerApplicationId }, actor);
  const winner = await winnerOf(tx, lot);
  await tellSeller(tx, lot, "lotNegotiation");
  if (winner) await tellApplicant(tx, lot, winner.id, "lotNegotiation");
  await openRoom(tx, lot);
  await wakeAtDues(tx, lot);
  await watch(tx, lot);
});

const FAILURES = { NO_BID: "NO_BID", RESERVE: "RESERVE" } as const;

const BROKEN = {
  UNCONFIRMED: { kind: "NOT_CONFIRMED", words: "成交后未按期确认" },
  UNSIGNED: { kind: "NOT_SIGNED", words: "成交后未按期签约" },
  UNPAID: { kind: "NOT_PAID", words: "签约后未按合同付款" },
} as const;

/** A broken promise: the deposit is kept, the duty noted, and the seller may run the lot again. */
function broken(why: keyof typeof BROKEN): Hook {
  return each(async ({ tx, actor, lot }) => {
    const winner = await winnerOf(tx, lot);
    await keepDeposit(tx, lot, `lot ${lot.number}: ${why}`, actor);
    await addLotNotice(tx, lot.id, "DEFAULTED", {
      why,
      // Of a training run nobody's name stays with a default.
      ...(winner && !lot.isTraining ? { winner: winner.legalName } : {}),
    });
    if (winner && !lot.isTraining) {
      const { kind, words } = BROKEN[why];
      const reason = `挂牌标的 #${lot.number}「${lot.title}」${words}`;
      const strike = { organisationId: winner.id, kind, caseId: lot.id, reason };
      await giveStrike(tx, { ...strike, caseType: "LOT" }, actor);
    }
    await closeRoom(tx, lot);
    await tellSeller(tx, lot, "lotDefaulted");
    if (winner) await tellApplicant(tx, lot, winner.id, "lotDefaulted");
  });
}

/** What follows a move in the same transaction. */
export const LOT_EFFECTS: Partial<Record<LotMove, Hook>> = {
  submit: each(({ tx, lot }) => tellOperators(tx, lot, "lotSubmitted")),
  returnForCorrection: each(({ tx, lot, input }) =>
    tellSeller(tx, lot, "lotReturned", input.note ?? ""),
  ),
  announce: each(async ({ tx, lot }) => {
    await addLotNotice(tx, lot.id, "ANNOUNCED", {
      ...(iso(lot.announcedAt) ? { announcedAt: lot.announcedAt?.toISOString() } : {}),
      ...datesOf(lot),
      startPriceFen: (lot.startPriceFen ?? 0n).toString(),
      ...(lot.rulesHash ? { rulesHash: lot.rulesHash } : {}),
    });
    await wakeAtDues(tx, lot);
    await tellSeller(tx, lot, "lotAnnounced");
  }),
  extend: each(async ({ tx, actor, lot }) => {
    const content = { why: "NOBODY", extension: lot.extensionCount, ...datesOf(lot) } as const;
    await addLotNotice(tx, lot.id, "EXTENDED", content);
    await carryLotDeposits(tx, lot, actor);
    await wakeAtDues(tx, lot);
    await tellSeller(tx, lot, "lotExtended");
  }),
  failWithoutBuyer: end("FAILED", "lotFailed", "NOBODY"),
  negotiate,
  negotiateAfterFailure: negotiate,
  startBidding: each(async ({ tx, lot }) => {
    const admitted = lot.applications.filter((one) => one.state === "ADMITTED");
    await addLotNotice(tx, lot.id, "BIDDING", { admitted: admitted.length, ...datesOf(lot) });
    await orderRun(tx, lot);
    await tellSeller(tx, lot, "lotBidding");
    for (const one of admitted) {
      await tellApplicant(tx, lot, one.organisationId, "lotBidding", "", liveHref(lot.number));
    }
  }),
  win: each(async ({ tx, actor, lot }) => {
    const winner = await winnerOf(tx, lot);
    await addLotNotice(tx, lot.id, "RESULT", {
      priceFen: (lot.priceFen ?? 0n).toString(),
      ...(winner ? { winner: winner.legalName } : {}),
      ...(lot.confirmDueAt ? { confirmDueAt: lot.confirmDueAt.toISOString() } : {}),
    });
    const reason = `lot ${lot.number}: not won`;
    await giveBackDeposits(tx, lot, { reason, exceptId: lot.winnerApplicationId }, actor);
    await wakeAtDues(tx, lot);
    await tellSeller(tx, lot, "lotResult");
    for (const one of takingPart(lot)) {
      const isWinner = one.id === lot.winnerApplicationId;
      await tellApplicant(tx, lot, one.organisationId, isWinner ? "lotWon" : "lotLost");
    }
    await watch(tx, lot);
  }),
  failBidding: each(async ({ tx, actor, lot, input }) => {
    const why = FAILURES[input.why as keyof typeof FAILURES] ?? "NO_BID";
    await addLotNotice(tx, lot.id, "FAILED", { why });
    await giveBackDeposits(tx, lot, { reason: `lot ${lot.number}: FAILED` }, actor);
    await tellAll(tx, lot, "lotFailed");
    await watch(tx, lot);
  }),
  confirm: each(async ({ tx, lot }) => {
    await addLotNotice(tx, lot.id, "CONFIRMED");
    await wakeAtDues(tx, lot);
    await openRoom(tx, lot);
    await tellSeller(tx, lot, "lotConfirmed");
  }),
  defaultUnconfirmed: broken("UNCONFIRMED"),
  defaultUnsigned: broken("UNSIGNED"),
  defaultUnpaid: broken("UNPAID"),
  endSale: end("FAILED", "lotFailed", "ENDED"),
  contract: each(async ({ tx, actor, lot }) => {
    await addLotNotice(tx, lot.id, "CONTRACTED");
    await countDeposit(tx, lot, actor);
    await requestLotFees(tx, lot, actor);
  }),
  endNegotiation: end("FAILED", "lotFailed", "NEGOTIATION"),
  withdraw: end("WITHDRAWN", "lotWithdrawn"),
  giveUp: end("WITHDRAWN", "lotWithdrawn"),
  suspend: each(async ({ tx, lot, input }) => {
    const reason = input.note?.trim() ?? "";
    await addLotNotice(tx, lot.id, "SUSPENDED", { reason });
    await tellAll(tx, lot, "lotSuspended", reason);
  }),
  resumeAnnouncement: resumed,
  resumeBidding: resumed,
  resumeNegotiation: resumed,
  resumeConfirmation: resumed,
  resumeSale: resumed,
  void: end("VOID", "lotVoided"),
};
