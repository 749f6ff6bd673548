import { z } from "zod";
import { DomainError } from "~/domain/shared/domain-error";
import type { MoveHook } from "~/domain/shared/procedure/conduct";
import { dueInstant } from "~/domain/shared/procedure/run-clocks.server";
import type { Tx } from "~/platform/db.server";
import { freezeRules } from "./freeze-rules.server";
import { readLotChecks } from "./lot-checks-schema";
import { lotDates } from "./lot-dates.server";
import { newDatesSchema } from "./lot-flow-conditions.server";
import type { LotMove } from "./lot-procedure";
import type { LotRow } from "./lot-rows.server";
import { readLotTerms } from "./lot-terms-schema";
import { openReserve } from "./open-reserve.server";

type Hook = MoveHook<LotRow>;
type One = Parameters<Hook>[0] & { lot: LotRow };

const each =
  (work: (context: One) => Promise<void>): Hook =>
  async (context) => {
    for (const lot of context.subjects) await work({ ...context, lot });
  };

const write = (tx: Tx, id: string, data: Parameters<Tx["lot"]["update"]>[0]["data"]) =>
  tx.lot.update({ where: { id }, data });

/** Input of "win": who won at which price, public from then on. */
export const winSchema = z.object({
  applicationId: z.uuid(),
  priceFen: z.string().regex(/^[1-9]\d{0,14}$/),
});

/** Input of "contract" after a negotiation: the price that was agreed. */
const contractedSchema = z.object({
  priceFen: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .optional(),
});

const workdays = (parameter: string) => ({ unit: "WORKDAY", parameter }) as const;

/** The reserve is no secret any more once the run has ended. */
async function openedReserve(tx: Tx, lotId: string) {
  const opened = await openReserve(tx, lotId);
  return opened ? { reserveFen: opened.amountFen } : {};
}

const clearComments = each(async ({ tx, lot }) => {
  const checks = readLotChecks(lot.checks);
  await write(tx, lot.id, { checks: { ...checks, comments: [] } });
});

const announce = each(async ({ tx, lot, now }) => {
  await freezeRules(tx, lot, now);
  const { plan } = readLotTerms(lot.conditions);
  const dates = await lotDates(tx, plan, lot.isTraining, now);
  await write(tx, lot.id, { announcedAt: now, ...dates });
});

const extend = each(async ({ tx, lot, now }) => {
  const { plan } = readLotTerms(lot.conditions);
  const dates = await lotDates(tx, plan, lot.isTraining, now, plan.extensionWorkdays);
  await write(tx, lot.id, { ...dates, extensionCount: { increment: 1 } });
});

const win = each(async ({ tx, lot, input, now }) => {
  const won = winSchema.safeParse(input);
  const winner = lot.applications.find((one) => one.id === won.data?.applicationId);
  // Whoever a run names has won it: whether the sale then holds is for the steps that follow.
  if (!won.success || !winner) {
    throw new DomainError("lot_winner_unknown", { status: 409 });
  }
  const confirmDueAt = await dueInstant(tx, workdays("market.lot.confirm_workdays"), now);
  await write(tx, lot.id, {
    winnerApplicationId: winner.id,
    priceFen: BigInt(won.data.priceFen),
    confirmDueAt,
    ...(await openedReserve(tx, lot.id)),
  });
});

const failBidding = each(async ({ tx, lot, now }) => {
  await write(tx, lot.id, { closedAt: now, ...(await openedReserve(tx, lot.id)) });
});

/** The one admitted buyer, or the one that the seller has chosen after a failure. */
const negotiate = each(async ({ tx, lot, input, now }) => {
  const admitted = lot.applications.filter((one) => one.state === "ADMITTED");
  const chosen = admitted.find((one) => one.id === input.applicationId) ?? admitted[0];
  const isClear = admitted.length === 1 || chosen?.id === input.applicationId;
  if (!chosen || !isClear) throw new DomainError("lot_buyer_unknown", { status: 409 });
  // Talks have no due date; those of a training run end when a contract would have been due.
  const due = lot.isTraining ? await contractDue(tx, now) : { contractDueAt: null };
  // The price of an earlier sale that came to nothing binds nobody.
  const open = { winnerApplicationId: chosen.id, priceFen: null, closedAt: null };
  await write(tx, lot.id, { ...open, ...due });
});

async function contractDue(tx: Tx, now: Date) {
  return { contractDueAt: await dueInstant(tx, workdays("market.lot.contract_workdays"), now) };
}

const confirm = each(async ({ tx, lot, now }) => {
  await write(tx, lot.id, await contractDue(tx, now));
});

const contract = each(async ({ tx, lot, input }) => {
  const { priceFen } = contractedSchema.parse(input);
  const price = lot.priceFen ?? (priceFen ? BigInt(priceFen) : null);
  if (price === null) throw new DomainError("lot_price_unknown", { status: 409 });
  await write(tx, lot.id, { priceFen: price });
});

const closed = each(async ({ tx, lot, now }) => {
  await write(tx, lot.id, { closedAt: now });
});

const suspend = each(async ({ tx, lot, now }) => {
  await write(tx, lot.id, { suspendedAt: now, suspendedFrom: lot.state });
});

/** What was left of a duty's period when the lot was suspended follows. */
const resume = each(async ({ tx, lot, now }) => {
  const stoodMs = lot.suspendedAt ? now.getTime() - lot.suspendedAt.getTime() : 0;
  const later = (at: Date | null) => (at ? new Date(at.getTime() + stoodMs) : null);
  await write(tx, lot.id, {
    suspendedAt: null,
    suspendedFrom: null,
    confirmDueAt: later(lot.confirmDueAt),
    contractDueAt: later(lot.contractDueAt),
  });
});

const resumeAnnouncement = each(async ({ tx, lot, input }) => {
  const dates = newDatesSchema.parse(input);
  await write(tx, lot.id, {
    suspendedAt: null,
    suspendedFrom: null,
    applicationsEndAt: new Date(dates.applicationsEndAt),
    biddingStartsAt: new Date(dates.biddingStartsAt),
  });
});

/** Columns that are written before the state changes. */
export const LOT_WRITES: Partial<Record<LotMove, Hook>> = {
  submit: clearComments,
  announce,
  extend,
  win,
  failBidding,
  failWithoutBuyer: closed,
  endNegotiation: closed,
  negotiate,
  negotiateAfterFailure: negotiate,
  confirm,
  contract,
  close: closed,
  endTraining: closed,
  withdraw: closed,
  giveUp: closed,
  void: closed,
  defaultUnconfirmed: closed,
  defaultUnsigned: closed,
  defaultUnpaid: closed,
  endSale: closed,
  suspend,
  resumeAnnouncement,
  resumeBidding: resume,
  resumeNegotiation: resume,
  resumeConfirmation: resume,
  resumeSale: resume,
};
