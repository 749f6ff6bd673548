import { systemActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { advance } from "~/domain/shared/procedure/advance.server";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveContext, MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import {
  type BankLineMove,
  type BankLineRelation,
  type BankLineState,
  bankLineProcedure,
} from "./bank-line-procedure";
import {
  type BankLineRow,
  bankLineSelect,
  findLineBookings,
  leftOf,
} from "./bank-line-rows.server";
import type { LineBooking } from "./bank-line-rules";
import { onBehalf } from "./on-behalf";
import { notOwnMoney } from "./payment-conditions.server";
import { paymentConduct } from "./payment-conduct.server";
import { lockPayment } from "./payment-rows.server";
import { secondPerson } from "./payout-conduct.server";
import { book } from "./post-booking.server";
import { returnLimit } from "./return-limit.server";

type ConditionId = "not-own-money" | "second-person" | "has-booking" | "same-booking";
type Context = MoveContext<BankLineRow>;

const RULE = "the market's own rule on payments";

/** How lines of the bank's list are booked that nothing else accounts for. */
export const bankLineConduct: Conduct<
  BankLineRow,
  BankLineState,
  BankLineMove,
  BankLineRelation,
  ConditionId,
  never
> = {
  procedure: bankLineProcedure,
  table: "BankLine",
  load: (tx, ids) =>
    tx.bankLine.findMany({
      where: { id: { in: [...ids] } },
      orderBy: { id: "asc" },
      select: bankLineSelect,
    }),

  relations: (actor) =>
    new Set<BankLineRelation>(
      actor.kind === "USER" && can(actor, "pay.confirm") ? ["operator"] : [],
    ),

  conditions: {
    "not-own-money": ownMoney,
    "second-person": ({ subject, actor }) => secondPerson(subject.proposedById, actor),
    "has-booking": async (context) => {
      const booking = await bookingOf(context.tx, context.subject);
      const isReturn = booking.as === "RETURN";
      const target = isReturn
        ? await lockReturned(context.tx, idOf(context.input.returnsId))
        : null;
      const isOpen = booking.as !== "OWN" && (!isReturn || leftFor(target) >= booking.amountFen);
      return conditionOf(isOpen, {
        inputs: { as: booking.as, left: target ? leftFor(target).toString() : null },
        formula: "nothing else accounts for the line; a return is of a difference that is held",
        source: RULE,
        ...(isReturn
          ? { code: "bank_line_no_difference", field: "returns" }
          : { code: "bank_line_own_way" }),
      });
    },
    "same-booking": async (context) => {
      const { subject, tx } = context;
      const booking = await bookingOf(tx, subject);
      const isSame =
        booking.as !== "OWN" &&
        booking.as === subject.bookAs &&
        booking.amountFen === subject.bookedFen;
      const isHeld =
        booking.as !== "RETURN" ||
        leftFor(await lockReturned(tx, subject.returnsId)) >= booking.amountFen;
      return conditionOf(isSame && isHeld, {
        inputs: { proposed: subject.bookAs, now: booking.as },
        formula: "the line is still what it was when its booking was proposed",
        source: RULE,
        code: "changed_meanwhile",
      });
    },
  },

  before: {
    propose: async (context) => {
      const proposedById = context.actor.kind === "USER" ? context.actor.userId : null;
      for (const line of context.subjects) {
        const booking = await bookingOf(context.tx, line);
        if (booking.as === "OWN") throw new Error("the condition lets no such line pass");
        const returnsId = booking.as === "RETURN" ? idOf(context.input.returnsId) : null;
        const { as: bookAs, amountFen: bookedFen } = booking;
        await context.tx.bankLine.update({
          where: { id: line.id },
          data: { bookAs, bookedFen, returnsId, proposedById },
        });
      }
    },
    confirm: async (context) => {
      const confirmedById = context.actor.kind === "USER" ? context.actor.userId : null;
      await note(context, { confirmedById });
    },
  },

  after: {
    confirm: async (context) => {
      for (const line of context.subjects) await bookLine(context, line);
    },
    takeBack: (context) =>
      note(context, { bookAs: null, bookedFen: null, returnsId: null, proposedById: null }),
  },
};

type Hook = Parameters<MoveHook<BankLineRow>>[0];

async function note({ tx, subjects }: Hook, data: object): Promise<void> {
  await tx.bankLine.updateMany({ where: { id: { in: subjects.map((one) => one.id) } }, data });
}

async function bookLine({ tx, actor }: Hook, line: BankLineRow): Promise<void> {
  const { matchedPayment: payment, bookedFen } = line;
  if (bookedFen === null) throw new Error("nobody proposed the line's booking");
  if (line.bookAs === "LATE" && payment) {
    await advance(tx, paymentConduct, payment.id, "comeLate", systemActor("payments"), {
      ...onBehalf(actor),
      method: "TRANSFER",
      amountFen: line.amountFen.toString(),
      currency: payment.currency,
      bankReference: line.bankReference,
      note: "arrived after the end",
      returnDueAt: (await returnLimit(tx)).toISOString(),
    });
    return;
  }
  const isReturn = line.bookAs === "RETURN";
  const amountFen = isReturn ? -bookedFen : bookedFen;
  const of = isReturn ? await lockReturned(tx, line.returnsId) : line;
  await book(tx, {
    kind: isReturn ? "DIFFERENCE_RETURNED" : "CORRECTION",
    dedupeKey: `bank-line:${line.id}`,
    caseType: of?.matchedPayment?.caseType ?? "BANK",
    caseId: of?.matchedPayment?.caseId ?? of?.id ?? line.id,
    ...(of?.matchedPayment ? { paymentId: of.matchedPayment.id } : {}),
    note: line.bankReference,
    entries: [
      { account: "bank", amountFen },
      { account: "differences", amountFen: -amountFen },
    ],
  });
}

/** Under the lock of the payment, so that it cannot end or be asked for anew meanwhile. */
async function bookingOf(tx: Tx, line: BankLineRow): Promise<LineBooking> {
  if (line.matchedPaymentId) await lockPayment(tx, line.matchedPaymentId);
  const lines = await bankLineConduct.load(tx, [line.id]);
  return (await findLineBookings(tx, lines)).get(line.id) ?? { as: "OWN" };
}

/** The difference that a return is of, locked: two returns of it come one after the other. */
async function lockReturned(tx: Tx, id: string | null): Promise<BankLineRow | null> {
  if (!id) return null;
  await tx.$queryRaw`SELECT 1 FROM "BankLine" WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.bankLine.findUnique({ where: { id }, select: bankLineSelect });
}

const leftFor = (target: BankLineRow | null) => (target ? leftOf(target) : 0n);
const idOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

/** Whose money it is: of the payment's payer, or of whom the bank names as the other side. */
async function ownMoney(context: Context) {
  const { tx, subject, actor, input } = context;
  const target = await lockReturned(tx, subject.returnsId ?? idOf(input.returnsId));
  const names = [subject.counterparty, target?.counterparty].filter(Boolean) as string[];
  const payers = [subject, target].flatMap((one) => one?.matchedPayment?.payerOrganisationId ?? []);
  const memberOf = actor.kind === "USER" ? actor.memberships.map((one) => one.organisationId) : [];
  const own = await tx.organisation.findFirst({
    where: { id: { in: memberOf }, OR: [{ id: { in: payers } }, { legalName: { in: names } }] },
    select: { id: true },
  });
  return notOwnMoney({ actor }, own?.id ?? payers[0] ?? "");
}
