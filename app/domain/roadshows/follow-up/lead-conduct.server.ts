import { can, membershipOf } from "~/domain/identity/permission-rules";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct } from "~/domain/shared/procedure/conduct";
import { dueInstant } from "~/domain/shared/procedure/run-clocks.server";
import { type LeadMove, type LeadRelation, type LeadState, leadProcedure } from "./lead-procedure";
import { DROP_CODES, STORED_DROP_CODES } from "./lead-schema";

export const leadSelect = {
  id: true,
  state: true,
  roadshowId: true,
  projectId: true,
  participantId: true,
  organisationId: true,
  ownerId: true,
  reasons: true,
  contactedAt: true,
  note: true,
  dropCode: true,
} as const;

export type LeadRow = {
  id: string;
  state: string;
  roadshowId: string;
  projectId: string;
  participantId: string;
  organisationId: string;
  ownerId: string | null;
  reasons: string[];
  contactedAt: Date | null;
  note: string;
  dropCode: string | null;
};

const SOURCE = "market rule: a lead is answered, and why it is not pursued is said in a code";

/** How leads move. Whoever moves one has locked the event first. */
export const leadConduct: Conduct<
  LeadRow,
  LeadState,
  LeadMove,
  LeadRelation,
  "room-there" | "reason-coded",
  "reply"
> = {
  procedure: leadProcedure,
  table: "RoadshowLead",

  async load(tx, ids) {
    return tx.roadshowLead.findMany({
      where: { id: { in: [...ids] } },
      orderBy: { id: "asc" },
      select: leadSelect,
    });
  },

  relations(actor, { organisationId, ownerId }) {
    const found = new Set<LeadRelation>();
    if (actor.kind === "SYSTEM") found.add("market");
    else if (
      can(actor, "lead.handle", { organisationId }) ||
      (ownerId === actor.userId && membershipOf(actor, organisationId))
    ) {
      found.add("handler");
    }
    return found;
  },

  conditions: {
    "room-there": async ({ tx, input }) => {
      const dealId = typeof input.dealId === "string" ? input.dealId : null;
      const room = dealId && (await tx.deal.findUnique({ where: { id: dealId } }));
      return conditionOf(Boolean(room), {
        inputs: { dealId },
        formula: "the room exists",
        source: SOURCE,
        code: "not_found",
      });
    },
    "reason-coded": ({ input, actor }) => {
      const allowed: readonly string[] = actor.kind === "SYSTEM" ? STORED_DROP_CODES : DROP_CODES;
      const code = typeof input.dropCode === "string" ? input.dropCode : null;
      return conditionOf(code !== null && allowed.includes(code), {
        inputs: { dropCode: code },
        formula: "one of the coded reasons is given",
        source: SOURCE,
        code: "required",
        field: "dropCode",
      });
    },
  },

  after: {
    async contact({ tx, subjects, now }) {
      await tx.roadshowLead.updateMany({
        where: { id: { in: subjects.map((row) => row.id) } },
        data: { contactedAt: now },
      });
    },
    async openRoom({ tx, subjects, now }) {
      await tx.roadshowLead.updateMany({
        where: { id: { in: subjects.map((row) => row.id) }, contactedAt: null },
        data: { contactedAt: now },
      });
    },
    async drop({ tx, subjects, input }) {
      await tx.roadshowLead.updateMany({
        where: { id: { in: subjects.map((row) => row.id) } },
        data: { dropCode: String(input.dropCode) },
      });
    },
    async reopen({ tx, subjects, now }) {
      await tx.roadshowLead.updateMany({
        where: { id: { in: subjects.map((row) => row.id) } },
        data: {
          dropCode: null,
          contactedAt: null,
          replyDueAt: await dueInstant(tx, leadProcedure.clocks.reply, now),
        },
      });
    },
  },
};
