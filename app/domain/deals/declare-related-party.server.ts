import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import { findRelatedParties } from "./related-party-queries.server";
import type { RelatedPartyInput } from "./related-party-schema";
import { revisePublicityOfDeal } from "./revise-publicity-of-deal.server";
import { tellRoom } from "./terms-notices.server";

/**
 * A side declares whether it is related to the other. Declarations are kept, the latest counts; one
 * that says something else than what was made public ends that publicity.
 * @throws DomainError "forbidden" (403)
 */
export async function declareRelatedParty(
  input: RelatedPartyInput & { dealId: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { dealId } = input;
    const { side, organisationId, userId, deal } = await getDealSpeaker(tx, dealId, actor);
    if (!side || !organisationId) throw new DomainError("forbidden", { status: 403 });
    assertCan(actor, "term-sheet.offer", { organisationId });
    await lockDeal(tx, dealId);
    const before = await findRelatedParties(tx, dealId);
    const isRelated = input.isRelated === "YES";
    await tx.relatedPartyDeclaration.create({
      data: {
        id: newId(),
        dealId,
        organisationId,
        isRelated,
        kinds: isRelated ? input.kinds : [],
        note: isRelated ? input.note : "",
        declaredById: userId,
        createdAt: clock.now(),
      },
    });
    const former = side === "SUPPLY" ? before.supply : before.demand;
    const kinds = isRelated ? [...input.kinds].sort().join() : "";
    const told = former ? [...former.kinds].sort().join() : "";
    const isChanged = former !== null && (former.isRelated !== isRelated || kinds !== told);
    if (isChanged) await revisePublicityOfDeal(tx, dealId);
    const event = { code: isRelated ? "relatedDeclared" : "unrelatedDeclared" };
    const notice = { kind: "checksDeclared" as const, params: { title: deal.title } };
    await tellRoom(tx, deal, { event, part: "checks", notice }, actor, organisationId);
    await appendAudit(tx, actor, {
      action: "deal.related-party-declared",
      subjectType: "Deal",
      subjectId: dealId,
      detail: { organisationId, isRelated, kinds: isRelated ? input.kinds : [] },
    });
  });
}
