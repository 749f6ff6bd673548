import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getDealAccess, lockDeal } from "./deal-access.server";
import { needsPublicity } from "./publicity-queries.server";
import { findStandingPublicity } from "./publicity-rows.server";
import type { ProposePublicityInput } from "./publicity-schema";
import { priceTextOf, publicityModeOf, relatedStatementOf } from "./publicity-text-rules";
import { findRelatedParties } from "./related-party-queries.server";
import { findAcceptedTerms } from "./term-sheet-queries.server";
import { tellRoom } from "./terms-notices.server";

/**
 * Draws up what will be made public from the accepted terms and both sides' declarations.
 * @throws DomainError "forbidden" (403), "publicity_no_terms" (409), "publicity_not_needed" (409),
 * "publicity_related_missing" (409), "publicity_open_exists" (409)
 */
export async function proposePublicity(
  input: ProposePublicityInput & { dealId: string },
  actor: Actor,
  db: DbOrTx,
): Promise<{ id: string; number: number }> {
  return inTransaction(db, async (tx) => {
    const { dealId } = input;
    const { deal, userId } = await getDealAccess(tx, dealId, actor);
    const organisationId = deal.supplyOrganisationId;
    assertCan(actor, "publicity.run", { organisationId });
    await lockDeal(tx, dealId);
    const terms = await findAcceptedTerms(tx, dealId);
    if (!terms) throw new DomainError("publicity_no_terms", { status: 409 });
    if (!(await needsPublicity(tx, dealId, terms.content))) {
      throw new DomainError("publicity_not_needed", { status: 409 });
    }
    const { supply, demand } = await findRelatedParties(tx, dealId);
    if (!supply || !demand) throw new DomainError("publicity_related_missing", { status: 409 });
    if (await findStandingPublicity(tx, dealId)) {
      throw new DomainError("publicity_open_exists", { status: 409 });
    }
    const buyer = await tx.organisation.findUniqueOrThrow({
      where: { id: deal.demandOrganisationId },
      select: { legalName: true },
    });
    const { id, number } = await tx.pricingPublicity.create({
      data: {
        id: newId(),
        dealId,
        termSheetId: terms.id,
        termHash: terms.contentHash,
        organisationId,
        title: terms.content.title,
        counterparty: buyer.legalName,
        mode: publicityModeOf(terms.content),
        priceText: priceTextOf(terms.content),
        totalFen: terms.content.price.totalFen ? BigInt(terms.content.price.totalFen) : null,
        relatedStatement: relatedStatementOf([supply, demand], input.relatedNote),
        contact: input.contact,
        proposedById: userId,
        createdAt: clock.now(),
      },
      select: { id: true, number: true },
    });
    const event = { code: "publicityProposed", params: { number } };
    await tellRoom(tx, deal, { event, part: "publicity" }, actor, organisationId);
    await appendAudit(tx, actor, {
      action: "pricing-publicity.propose",
      subjectType: "PricingPublicity",
      subjectId: id,
      detail: { dealId, termSheetId: terms.id, termHash: terms.contentHash },
    });
    return { id, number };
  });
}
