import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { keepBans } from "./keep-bans.server";
import { lockStrikes } from "./lock-strikes.server";
import { listTraderIds } from "./trade-people.server";

/**
 * An operator takes a strike back, with reasons; a ban that rested on it ends or becomes shorter.
 * @throws DomainError "forbidden" (403), "not_found" (404), "wrong_state" (409), "note_required"
 */
export async function liftStrike(
  input: { strikeId: string; note: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "trade.watch");
  const note = input.note.trim();
  if (note === "") throw new DomainError("note_required", { field: "note" });
  await inTransaction(db, async (tx) => {
    const strike = assertFound(
      isId(input.strikeId)
        ? await tx.tradeStrike.findUnique({ where: { id: input.strikeId } })
        : null,
    );
    const { organisationId } = strike;
    await lockStrikes(tx, organisationId);
    const lifted = await tx.tradeStrike.updateMany({
      where: { id: strike.id, liftedAt: null },
      data: { liftedAt: clock.now(), liftedById: actor.userId, liftNote: note },
    });
    if (lifted.count === 0) throw new DomainError("wrong_state", { status: 409 });
    const change = await keepBans(tx, organisationId, actor.userId);
    await notify(tx, {
      userIds: await listTraderIds(tx, organisationId),
      kind: "tradeStrikeLifted",
      params: { note },
      href: "/desk/disputes",
      dedupeKey: `trade-strike-lifted:${strike.id}`,
    });
    await appendAudit(tx, actor, [
      {
        action: "oversight.strike.lifted",
        subjectType: "TradeStrike",
        subjectId: strike.id,
        detail: { organisationId },
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
  });
}
