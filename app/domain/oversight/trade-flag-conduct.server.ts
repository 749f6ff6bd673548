import { can, membershipOf } from "~/domain/identity/permission-rules";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct } from "~/domain/shared/procedure/conduct";
import {
  type TradeFlagCondition,
  type TradeFlagMove,
  type TradeFlagRelation,
  type TradeFlagState,
  tradeFlagProcedure,
} from "./trade-flag-procedure";

type FlagRow = { id: string; state: string; organisationIds: string[] };

/** How flags are decided: by a person with an operator's seat, never by the market itself. */
export const tradeFlagConduct: Conduct<
  FlagRow,
  TradeFlagState,
  TradeFlagMove,
  TradeFlagRelation,
  TradeFlagCondition,
  never
> = {
  procedure: tradeFlagProcedure,
  table: "TradeFlag",
  load: (tx, ids) =>
    tx.tradeFlag.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, state: true, organisationIds: true },
    }),
  relations: (actor) =>
    new Set<TradeFlagRelation>(
      actor.kind === "USER" && can(actor, "trade.watch") ? ["operator"] : [],
    ),
  conditions: {
    "not-own-organisation": ({ subject, actor }) => {
      const isMember = subject.organisationIds.some((id) => membershipOf(actor, id) !== null);
      return conditionOf(!isMember, {
        inputs: { isMember },
        formula: "whoever decides is a member of none of the organisations named",
        source: "market rule: recusal",
        code: "own_organisation",
      });
    },
  },
  before: {
    dismiss: ({ tx, subjects, actor, now, input }) => decide(tx, subjects, actor, now, input.note),
    confirm: ({ tx, subjects, actor, now, input }) => decide(tx, subjects, actor, now, input.note),
  },
};

type Hook = Parameters<NonNullable<NonNullable<(typeof tradeFlagConduct)["before"]>["dismiss"]>>[0];

async function decide(
  tx: Hook["tx"],
  subjects: Hook["subjects"],
  actor: Hook["actor"],
  decidedAt: Date,
  note = "",
): Promise<void> {
  await tx.tradeFlag.updateMany({
    where: { id: { in: subjects.map((row) => row.id) } },
    data: {
      decidedAt,
      decidedById: actor.kind === "USER" ? actor.userId : null,
      decisionNote: note.trim(),
    },
  });
}
