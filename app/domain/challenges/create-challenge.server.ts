import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan, membershipOf } from "~/domain/identity/permission-rules";
import { assertMayTrade } from "~/domain/oversight/assert-may-trade.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId, newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { DEFAULT_AGREEMENT } from "./agreement-text";

const MAX_DRAFTS = 50;

/**
 * Begins a challenge: free, or from a published need of the organisation, whose targets, money and
 * terms are taken over for the poster to correct.
 * @throws DomainError "forbidden" (403), "not_found" (404), "organisation_not_verified",
 * "trade_banned" (403), "too_many_drafts"
 */
export async function createChallenge(
  input: { organisationId: string; needId?: string | null },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const { organisationId } = input;
    assertCan(actor, "challenge.create", { organisationId });
    if (!membershipOf(actor, organisationId)?.isVerified) {
      throw new DomainError("organisation_not_verified", { status: 403 });
    }
    await assertMayTrade(tx, organisationId);
    const drafts = await tx.challenge.count({ where: { organisationId, state: "DRAFT" } });
    if (drafts >= MAX_DRAFTS) throw new DomainError("too_many_drafts", { status: 409 });
    const id = newId();
    const organisation = await tx.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: { regionCode: true },
    });
    const taken = input.needId ? await takeOver(tx, input.needId, organisationId) : {};
    await tx.challenge.create({
      data: {
        id,
        organisationId,
        createdById: actor.userId,
        agreementText: DEFAULT_AGREEMENT,
        createdAt: clock.now(),
        regionCode: organisation.regionCode,
        ...taken,
      },
    });
    await appendAudit(tx, actor, {
      action: "challenge.created",
      subjectType: "Challenge",
      subjectId: id,
      detail: { needId: input.needId ?? null },
    });
    return { id };
  });
}

async function takeOver(tx: Tx, needId: string, organisationId: string) {
  const need = isId(needId)
    ? await tx.need.findFirst({
        where: { id: needId, organisationId, state: "PUBLISHED" },
        include: { targets: { orderBy: { sort: "asc" } } },
      })
    : null;
  if (!need) throw new DomainError("not_found", { status: 404 });
  return {
    needId: need.id,
    title: need.title,
    background: need.background,
    content: need.constraints,
    fieldCodes: need.fieldCodes,
    posterFen: need.budgetMaxFen ?? need.budgetMinFen,
    finishOn: need.deadlineOn,
    ipTerms: need.ipTermsNote,
    ...(need.regionCode ? { regionCode: need.regionCode } : {}),
    targets: need.targets.map(({ name, comparator, value, unit, testMethod }) => ({
      name,
      comparator,
      value,
      unit,
      testMethod,
    })),
  };
}
