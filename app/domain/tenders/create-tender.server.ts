import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { assertMayTrade } from "~/domain/oversight/assert-may-trade.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId, newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import type { TenderCriterion } from "./tender-schema";

/** Where a buyer starts from; the weights are the buyer's to change. */
const FIRST_CRITERIA: TenderCriterion[] = [
  { id: "c1", title: "投标报价", kind: "PRICE", weightBp: 3000, maximum: 100, guidance: "" },
  { id: "c2", title: "完成期限", kind: "DURATION", weightBp: 1000, maximum: 100, guidance: "" },
  { id: "c3", title: "技术方案", kind: "SCORE", weightBp: 6000, maximum: 100, guidance: "" },
];

/**
 * Begins a tender of the organisation acted for, from one of its published needs or from nothing.
 * @throws DomainError "forbidden" (403), "trade_banned" (403), "not_found" (404)
 */
export async function createTender(
  input: { organisationId: string | null; needId: string | null },
  actor: Actor,
  db: DbOrTx,
): Promise<{ id: string }> {
  const { organisationId, needId } = input;
  if (actor.kind !== "USER" || !organisationId) throw new DomainError("forbidden", { status: 403 });
  assertCan(actor, "tender.create", { organisationId });
  return inTransaction(db, async (tx) => {
    await assertMayTrade(tx, organisationId);
    const organisation = await tx.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: { regionCode: true },
    });
    const need =
      needId && isId(needId)
        ? await tx.need.findFirst({
            where: { id: needId, organisationId, state: "PUBLISHED" },
            include: { targets: { orderBy: { sort: "asc" } } },
          })
        : null;
    if (needId && !need) throw new DomainError("not_found", { status: 404 });
    const id = newId();
    const now = clock.now();
    const text = need ? [need.summary, need.background, need.constraints].filter(Boolean) : [];
    await tx.tender.create({
      data: {
        id,
        organisationId,
        needId: need?.id ?? null,
        createdById: actor.userId,
        regionCode: organisation.regionCode,
        title: need?.title ?? "",
        description: text.join("\n\n"),
        budgetFen: need?.budgetMaxFen ?? null,
        criteria: FIRST_CRITERIA,
        createdAt: now,
      },
    });
    await appendAudit(tx, actor, {
      action: "tender.create",
      subjectType: "Tender",
      subjectId: id,
      detail: { organisationId, needId: need?.id ?? null },
    });
    return { id };
  });
}
