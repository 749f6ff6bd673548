import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import {
  type DealTaskMove,
  type DealTaskRelation,
  type DealTaskState,
  dealTaskProcedure,
} from "./deal-task-procedure";
import { recordDealEvent } from "./record-deal-event.server";

type DealTaskRow = {
  id: string;
  state: string;
  dealId: string;
  title: string;
  assigneeId: string | null;
  createdById: string;
  deal: {
    state: string;
    participants: { userId: string; role: string; organisationId: string | null }[];
  };
};

export const taskSelect = {
  id: true,
  state: true,
  dealId: true,
  title: true,
  assigneeId: true,
  createdById: true,
  deal: {
    select: {
      state: true,
      participants: {
        where: { leftAt: null, joinedAt: { not: null } },
        select: { userId: true, role: true, organisationId: true },
      },
    },
  },
};

const tell =
  (code: "taskDone" | "taskReopened" | "taskCancelled"): MoveHook<DealTaskRow> =>
  async ({ tx, subjects, actor }) => {
    for (const row of subjects) {
      const own =
        actor.kind === "USER"
          ? row.deal.participants.find((one) => one.userId === actor.userId)
          : undefined;
      const author = own && { userId: own.userId, organisationId: own.organisationId };
      await recordDealEvent(tx, row.dealId, { code, params: { task: row.title } }, author ?? null);
    }
  };

/** How tasks move: whoever is to do it finishes it; whoever set it, or that person's side, may too. */
export const dealTaskConduct: Conduct<
  DealTaskRow,
  DealTaskState,
  DealTaskMove,
  DealTaskRelation,
  "room-runs",
  never
> = {
  procedure: dealTaskProcedure,
  table: "DealTask",

  async load(tx, ids) {
    const where = { id: { in: [...ids] } };
    return tx.dealTask.findMany({ where, orderBy: { id: "asc" }, select: taskSelect });
  },

  relations(actor, row) {
    const found = new Set<DealTaskRelation>();
    if (actor.kind !== "USER") return found;
    const own = row.deal.participants.find((one) => one.userId === actor.userId);
    if (!own) return found;
    if (row.assigneeId === actor.userId) found.add("assignee");
    const setter = row.deal.participants.find((one) => one.userId === row.createdById);
    const isSide = own.role === "SUPPLY" || own.role === "DEMAND";
    // A task whose setter has left is looked after by both sides.
    if (row.createdById === actor.userId || (isSide && (setter?.role ?? own.role) === own.role)) {
      found.add("setter");
    }
    return found;
  },

  conditions: {
    "room-runs": ({ subject }) =>
      conditionOf(subject.deal.state !== "CLOSED", {
        inputs: { dealState: subject.deal.state },
        formula: "dealState <> CLOSED",
        source: "the market's own rule on deal rooms",
        code: "deal_not_open",
      }),
  },

  before: {
    finish: async ({ tx, subjects, actor, now }) => {
      const doneById = actor.kind === "USER" ? actor.userId : null;
      const ids = subjects.map((row) => row.id);
      await tx.dealTask.updateMany({
        where: { id: { in: ids } },
        data: { doneAt: now, doneById },
      });
    },
    reopen: async ({ tx, subjects }) => {
      const ids = subjects.map((row) => row.id);
      await tx.dealTask.updateMany({
        where: { id: { in: ids } },
        data: { doneAt: null, doneById: null, remindedOn: null },
      });
    },
  },

  after: {
    finish: tell("taskDone"),
    reopen: tell("taskReopened"),
    cancel: tell("taskCancelled"),
  },
};
