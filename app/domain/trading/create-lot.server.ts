import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { assertMayTrade } from "~/domain/oversight/assert-may-trade.server";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId, newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";

/** Drafts that one organisation may keep; a stuck client must not fill the table. */
const MAX_DRAFTS = 200;

/**
 * Opens a draft of a lot, for an own achievement if one is named.
 * @throws DomainError "forbidden" (403), "not_found" (404), "trade_banned" (403), "too_many_drafts" (429)
 */
export async function createLot(
  input: { organisationId: string; achievementId?: string | null },
  actor: Actor,
  db: DbOrTx,
): Promise<{ id: string }> {
  if (actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
  if (!isId(input.organisationId)) throw new DomainError("not_found", { status: 404 });
  assertCan(actor, "lot.create", { organisationId: input.organisationId });
  return inTransaction(db, async (tx) => {
    const organisation = assertFound(
      await tx.organisation.findUnique({
        where: { id: input.organisationId },
        select: { id: true, regionCode: true },
      }),
    );
    await assertMayTrade(tx, organisation.id);
    const achievement = isId(input.achievementId)
      ? assertFound(
          await tx.achievement.findFirst({
            where: { id: input.achievementId, organisationId: organisation.id, state: "PUBLISHED" },
            select: { id: true, title: true, summary: true, description: true },
          }),
        )
      : null;
    const drafts = await tx.lot.count({
      where: { organisationId: organisation.id, state: "DRAFT" },
    });
    if (drafts >= MAX_DRAFTS) throw new DomainError("too_many_drafts", { status: 429 });
    const id = newId();
    await tx.lot.create({
      data: {
        id,
        organisationId: organisation.id,
        createdById: actor.userId,
        regionCode: organisation.regionCode,
        title: achievement?.title.slice(0, 120) ?? "",
        description: achievement?.summary ?? "",
        createdAt: clock.now(),
        ...(achievement ? { items: { create: [{ achievementId: achievement.id }] } } : {}),
      },
    });
    await appendAudit(tx, actor, { action: "lot.created", subjectType: "Lot", subjectId: id });
    return { id };
  });
}
