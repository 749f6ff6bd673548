import { can } from "~/domain/identity/permission-rules";
import { calendarDate, clock, dateColumn, endOfDate } from "~/domain/shared/clock";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import { dueInstant } from "~/domain/shared/procedure/run-clocks.server";
import type { Tx } from "~/platform/db.server";
import { enterFee } from "./enter-fee.server";
import { type MandateConditionId, mandateConditions } from "./mandate-conditions.server";
import {
  type MandateClock,
  type MandateMove,
  type MandateRelation,
  type MandateState,
  mandateProcedure,
} from "./mandate-procedure";
import { clientIds, type MandateRow, mandateSelect } from "./mandate-rows.server";
import { tellClients, tellMandateBroker } from "./tell-mandate.server";

const each =
  (work: (tx: Tx, row: MandateRow) => Promise<void>): MoveHook<MandateRow> =>
  async ({ tx, subjects }) => {
    for (const row of subjects) await work(tx, row);
  };

/** Tells the side that did not make the move. */
const tellOthers =
  (kind: "mandateChanged" | "mandateDisputed", move: MandateMove): MoveHook<MandateRow> =>
  async ({ tx, subjects, actor }) => {
    for (const row of subjects) {
      const isBroker = actor.kind === "USER" && actor.userId === row.broker.userId;
      if (!isBroker) await tellMandateBroker(tx, kind, row, move);
      if (isBroker || row.secondClientId || actor.kind === "SYSTEM") {
        await tellClients(tx, kind, row, move, actor.kind === "USER" ? actor.userId : null);
      }
    }
  };

const dueFee: MoveHook<MandateRow> = async ({ tx, subjects, now, input }) => {
  const dueAt = await dueInstant(tx, mandateProcedure.clocks.payment, now);
  // The clock ends at 24:00 of the due date, which is the first instant of the next.
  const feeDueOn = dateColumn(calendarDate(new Date(dueAt.getTime() - 1)));
  for (const row of subjects) {
    const stated = typeof input.feeFen === "string" ? BigInt(input.feeFen) : row.feeFen;
    await tx.mandate.update({ where: { id: row.id }, data: { feeFen: stated, feeDueOn } });
  }
};

const noteFee: MoveHook<MandateRow> = async ({ tx, subjects, now, input }) => {
  for (const row of subjects) {
    const feeFen = typeof input.feeFen === "string" ? BigInt(input.feeFen) : (row.feeFen ?? 0n);
    await enterFee(tx, { mandate: row, kind: "FEE_DUE", feeFen, countsOn: calendarDate(now) });
  }
};

/** How mandates move; whoever did not make the move is told of it. */
export const mandateConduct: Conduct<
  MandateRow,
  MandateState,
  MandateMove,
  MandateRelation,
  MandateConditionId,
  MandateClock
> = {
  procedure: mandateProcedure,
  table: "Mandate",

  async load(tx, ids) {
    const where = { id: { in: [...ids] } };
    return tx.mandate.findMany({ where, orderBy: { id: "asc" }, select: mandateSelect });
  },

  relations(actor, row) {
    if (actor.kind === "SYSTEM") return new Set<MandateRelation>(["market"]);
    const found = new Set<MandateRelation>();
    const isClient = clientIds(row).some((organisationId) =>
      can(actor, "mandate.offer", { organisationId }),
    );
    if (isClient) found.add("client");
    if (can(actor, "mandate.answer", { userId: row.broker.userId })) found.add("broker");
    return found;
  },

  conditions: mandateConditions,

  before: {
    accept: async ({ tx, subjects, input }) => {
      const text = typeof input.conflictText === "string" ? input.conflictText.trim() : "";
      const conflictDeclaration = input.conflict === "NONE" ? "NONE" : text;
      const ids = subjects.map((row) => row.id);
      await tx.mandate.updateMany({ where: { id: { in: ids } }, data: { conflictDeclaration } });
    },
    activate: async ({ tx, subjects, now }) => {
      const ids = subjects.map((row) => row.id);
      await tx.mandate.updateMany({ where: { id: { in: ids } }, data: { activatedAt: now } });
    },
    claimFee: dueFee,
    settle: dueFee,
    confirmPaid: async ({ tx, subjects, now }) => {
      const ids = subjects.map((row) => row.id);
      await tx.mandate.updateMany({ where: { id: { in: ids } }, data: { paidAt: now } });
    },
  },

  after: {
    accept: tellOthers("mandateChanged", "accept"),
    decline: tellOthers("mandateChanged", "decline"),
    withdraw: tellOthers("mandateChanged", "withdraw"),
    activate: async (context) => {
      const latest = await dueInstant(context.tx, mandateProcedure.clocks.term, context.now);
      for (const row of context.subjects) {
        const end = endOfDate(row.endsOn.toISOString().slice(0, 10));
        await context.tx.procedureClock.updateMany({
          where: {
            procedure: mandateProcedure.name,
            subjectId: row.id,
            clock: "term",
            firedAt: null,
            stoppedAt: null,
          },
          data: { dueAt: end < latest ? end : latest },
        });
      }
      await tellOthers("mandateChanged", "activate")(context);
    },
    noteContract: tellOthers("mandateChanged", "noteContract"),
    claimFee: async (context) => {
      await noteFee(context);
      await tellOthers("mandateChanged", "claimFee")(context);
    },
    settle: async (context) => {
      await noteFee(context);
      await tellOthers("mandateChanged", "settle")(context);
    },
    confirmPaid: async (context) => {
      const paidOn = String(context.input.receivedOn ?? calendarDate(clock.now()));
      for (const row of context.subjects) {
        const feeFen = row.feeFen ?? 0n;
        await enterFee(context.tx, { mandate: row, kind: "FEE_PAID", feeFen, countsOn: paidOn });
      }
      await tellOthers("mandateChanged", "confirmPaid")(context);
    },
    dispute: tellOthers("mandateDisputed", "dispute"),
    propose: tellOthers("mandateChanged", "propose"),
    settleFree: tellOthers("mandateChanged", "settleFree"),
    terminate: tellOthers("mandateChanged", "terminate"),
    expire: each(async (tx, row) => {
      await tellMandateBroker(tx, "mandateChanged", row, "expire");
      await tellClients(tx, "mandateChanged", row, "expire", null);
    }),
  },
};
