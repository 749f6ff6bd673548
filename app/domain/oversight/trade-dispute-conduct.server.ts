import { can } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { disputeHref } from "./dispute-schema";
import {
  type TradeDisputeMove,
  type TradeDisputeRelation,
  type TradeDisputeState,
  tradeDisputeProcedure,
} from "./trade-dispute-procedure";
import { listTraderIds } from "./trade-people.server";

type DisputeRow = { id: string; state: string; number: number; organisationId: string };

const loadDisputes = (tx: Tx, ids: readonly string[]): Promise<DisputeRow[]> =>
  tx.tradeDispute.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, state: true, number: true, organisationId: true },
  });

const decide: MoveHook<DisputeRow> = async ({ tx, subjects, actor, now, input }) => {
  await tx.tradeDispute.updateMany({
    where: { id: { in: subjects.map((row) => row.id) } },
    data: {
      decidedAt: now,
      decidedById: actor.kind === "USER" ? actor.userId : null,
      result: input.note?.trim() ?? "",
    },
  });
};

const tell: MoveHook<DisputeRow> = async ({ tx, subjects }) => {
  for (const row of subjects) {
    await notify(tx, {
      userIds: await listTraderIds(tx, row.organisationId),
      kind: "tradeDisputeDecided",
      params: { number: row.number },
      href: disputeHref(row.id),
      dedupeKey: `trade-dispute:${row.id}:decided`,
    });
  }
};

/** How disputes move. Nobody decides what the own organisation has raised. */
export const tradeDisputeConduct: Conduct<
  DisputeRow,
  TradeDisputeState,
  TradeDisputeMove,
  TradeDisputeRelation,
  string,
  keyof typeof tradeDisputeProcedure.clocks
> = {
  procedure: tradeDisputeProcedure,
  table: "TradeDispute",
  load: loadDisputes,
  relations(actor, { organisationId }) {
    const found = new Set<TradeDisputeRelation>();
    if (actor.kind !== "USER") return found;
    if (can(actor, "trade.dispute", { organisationId })) found.add("raiser");
    const isOwn = actor.memberships.some((one) => one.organisationId === organisationId);
    if (can(actor, "trade.watch") && !isOwn) found.add("operator");
    return found;
  },
  conditions: {},
  before: { uphold: decide, reject: decide },
  after: { uphold: tell, reject: tell },
};
