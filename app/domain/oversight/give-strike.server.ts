import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { keepBans } from "./keep-bans.server";
import { lockStrikes } from "./lock-strikes.server";
import type { StrikeKind, TradeCaseType } from "./strike-rules";
import { listTraderIds } from "./trade-people.server";

export type StrikeInput = {
  organisationId: string;
  kind: StrikeKind;
  caseType: TradeCaseType;
  caseId: string;
  /** Public from the ban on: names no person and no amount that is secret. */
  reason: string;
};

/**
 * Notes a broken duty, once per kind and case, and makes the ban when the dated number is reached.
 * It follows from a move that the caller has checked; whoever is not an operator gives it in the
 * market's name. An operator's own strike goes through recordStrike.
 */
export async function giveStrike(tx: Tx, input: StrikeInput, actor: Actor): Promise<void> {
  const { organisationId, kind, caseType, caseId } = input;
  await lockStrikes(tx, organisationId);
  const isOperator = actor.kind === "USER" && can(actor, "trade.watch");
  const id = newId();
  const made = await tx.tradeStrike.createMany({
    data: [
      {
        id,
        organisationId,
        kind,
        caseType,
        caseId,
        reason: input.reason.trim(),
        givenById: isOperator ? actor.userId : null,
        createdAt: clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  if (made.count === 0) return;
  const change = await keepBans(tx, organisationId, null);
  const userIds = await listTraderIds(tx, organisationId);
  await notify(tx, {
    userIds,
    kind: "tradeStrike",
    params: { reason: input.reason.trim() },
    href: "/desk/disputes",
    dedupeKey: `trade-strike:${id}`,
  });
  if (change) {
    await notify(tx, {
      userIds,
      kind: "tradeBanned",
      params: { date: calendarDate(new Date(change.untilAt.getTime() - 1)) },
      href: "/desk/disputes",
      dedupeKey: `trade-ban:${change.banId}:${change.untilAt.toISOString()}`,
    });
  }
  await appendAudit(tx, actor, [
    {
      action: "oversight.strike.given",
      subjectType: "TradeStrike",
      subjectId: id,
      detail: { organisationId, kind, caseType, caseId },
    },
    ...(change
      ? [
          {
            action: `oversight.ban.${change.kind.toLowerCase()}`,
            subjectType: "TradeBan",
            subjectId: change.banId,
            detail: { organisationId, untilAt: change.untilAt.toISOString() },
          },
        ]
      : []),
  ]);
}
