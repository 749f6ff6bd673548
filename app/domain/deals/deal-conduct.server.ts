import { can, membershipOf } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import { isCloseCode, TERMINATED_CODE, TRADE_ENDED_CODE } from "./close-schema";
import { dealHref } from "./deal-href";
import { listDealUserIds } from "./deal-people-queries.server";
import type { dealProcedure as Table } from "./deal-procedure";
import { type DealMove, type DealRelation, type DealState, dealProcedure } from "./deal-procedure";
import { recordDealEvent } from "./record-deal-event.server";
import { listSettleOffers } from "./settlement-queries.server";

type ConditionId = "both-agree" | "reason-given" | "nothing-signed";
type ClockId = keyof typeof Table.clocks;
type ToldKind =
  | "dealPaused"
  | "dealResumed"
  | "dealDisputed"
  | "dealSettled"
  | "dealCompleted"
  | "dealClosed"
  | "dealTerminated";

const select = {
  id: true,
  number: true,
  title: true,
  state: true,
  supplyOrganisationId: true,
  demandOrganisationId: true,
  lotId: true,
  tenderId: true,
  roadshowLeadId: true,
  participants: {
    where: { leftAt: null, joinedAt: { not: null }, role: { in: ["SUPPLY", "DEMAND"] } },
    select: { userId: true, role: true, organisationId: true },
  },
};

type DealRow = {
  id: string;
  number: number;
  title: string;
  state: string;
  supplyOrganisationId: string;
  demandOrganisationId: string;
  lotId: string | null;
  tenderId: string | null;
  roadshowLeadId: string | null;
  participants: { userId: string; role: string; organisationId: string | null }[];
};

const stamp =
  (
    data: (
      now: Date,
      input: Parameters<MoveHook<DealRow>>[0]["input"],
    ) => Record<string, Date | string | null>,
  ): MoveHook<DealRow> =>
  async ({ tx, subjects, now, input }) => {
    const ids = subjects.map((row) => row.id);
    await tx.deal.updateMany({ where: { id: { in: ids } }, data: data(now, input) });
  };

/** Writes the move into the conversation and tells everybody else in the room. */
const tell =
  (move: DealMove, kind: ToldKind): MoveHook<DealRow> =>
  async ({ tx, subjects, actor, input }) => {
    for (const row of subjects) {
      const note = input.note?.trim() ?? "";
      const params: Record<string, string> = { note };
      if (typeof input.closeCode === "string") params.closeCode = input.closeCode;
      const author =
        actor.kind === "USER"
          ? {
              userId: actor.userId,
              organisationId:
                row.participants.find((one) => one.userId === actor.userId)?.organisationId ?? null,
            }
          : null;
      await recordDealEvent(tx, row.id, { code: move, params }, author);
      const userIds = await listDealUserIds(tx, row.id);
      await notify(tx, {
        userIds: userIds.filter((id) => actor.kind !== "USER" || id !== actor.userId),
        kind,
        params: { title: row.title },
        href: dealHref(row.id),
      });
    }
  };

/** Lets the trade or roadshow that the room came from know what became of it. */
const tellTrade =
  (kind: JobPayloads["trading.roomMoved"]["kind"], then?: MoveHook<DealRow>): MoveHook<DealRow> =>
  async (context) => {
    const { tx, subjects } = context;
    for (const row of subjects) {
      if (row.lotId || row.tenderId || row.roadshowLeadId) {
        await enqueueJob(tx, "trading.roomMoved", { dealId: row.id, kind });
      }
    }
    await then?.(context);
  };

/** How deal rooms move. Speakers of both sides move them; the market follows terms and contracts. */
export const dealConduct: Conduct<
  DealRow,
  DealState,
  DealMove,
  DealRelation,
  ConditionId,
  ClockId
> = {
  procedure: dealProcedure,
  table: "Deal",

  async load(tx, ids) {
    const where = { id: { in: [...ids] } };
    return tx.deal.findMany({ where, orderBy: { id: "asc" }, select });
  },

  relations(actor, row) {
    if (actor.kind === "SYSTEM") return new Set<DealRelation>(["market"]);
    const found = new Set<DealRelation>();
    const own = row.participants.find((one) => one.userId === actor.userId);
    if (own && membershipOf(actor, own.organisationId)) {
      found.add(own.role === "SUPPLY" ? "supply" : "demand");
    }
    if (can(actor, "deal.operate")) found.add("operator");
    return found;
  },

  conditions: {
    "both-agree": async ({ tx, subject }) => {
      const sides = await listSettleOffers(tx, subject.id);
      return conditionOf(sides.size === 2, {
        inputs: { sides: [...sides].sort() },
        formula: "both sides have offered to settle since the dispute began",
        source: "the market's own rule on deal rooms",
        code: "deal_settle_both",
      });
    },
    "reason-given": ({ input }) =>
      conditionOf(isCloseCode(input.closeCode), {
        inputs: { closeCode: input.closeCode ?? null },
        formula: "closeCode is in the list of reasons",
        source: "the market's own rule on deal rooms",
        code: "close_reason_required",
        field: "closeCode",
      }),
    "nothing-signed": async ({ tx, subject }) => {
      const signatures = await tx.contractSigner.count({
        where: {
          signedAt: { not: null },
          contract: { dealId: subject.id, state: { notIn: ["VOID", "TERMINATED"] } },
        },
      });
      return conditionOf(signatures === 0, {
        inputs: { signatures },
        formula: "signatures = 0",
        source: "the market's own rule: what is signed ends by its contract, not by its room",
        code: "deal_already_signed",
      });
    },
  },

  before: {
    agree: stamp((now) => ({ agreedAt: now })),
    reopen: stamp(() => ({ agreedAt: null })),
    contract: stamp((now) => ({ contractedAt: now })),
    complete: stamp((now) => ({ completedAt: now })),
    close: stamp((now, input) => ({
      closedAt: now,
      closeCode: isCloseCode(input.closeCode) ? input.closeCode : null,
    })),
    terminate: stamp((now) => ({ closedAt: now, closeCode: TERMINATED_CODE })),
    endTrade: stamp((now) => ({ closedAt: now, closeCode: TRADE_ENDED_CODE })),
  },

  // Of `agree`, `reopen` and `contract` the term sheet or the contract that caused them tells.
  after: {
    pause: tell("pause", "dealPaused"),
    resume: tell("resume", "dealResumed"),
    dispute: tell("dispute", "dealDisputed"),
    settle: tell("settle", "dealSettled"),
    contract: tellTrade("SIGNED"),
    complete: tellTrade("COMPLETED", tell("complete", "dealCompleted")),
    close: tellTrade("ENDED", tell("close", "dealClosed")),
    terminate: tellTrade("TERMINATED", tell("terminate", "dealTerminated")),
    endTrade: tell("endTrade", "dealClosed"),
  },
};
