import type { DealAccess } from "~/domain/deals/deal-access.server";
import { findRelatedParties } from "~/domain/deals/related-party-queries.server";
import { findAcceptedTerms, readTermSheet } from "~/domain/deals/term-sheet-queries.server";
import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import type { DbOrTx } from "~/platform/db.server";
import { type DealInput, dealInputs, type InputSource } from "./deal-input-rules";
import { sellerKindOf } from "./unit-kind-rules";

type Terms = { content: TermSheetContent; source: InputSource; contractId: string | null };

/**
 * What the calculator can be filled with from a deal: the signed contract, else the accepted terms,
 * else the latest offer; registration, confirmed payments, reward sheet and declarations.
 * @returns null while the room has no terms at all
 */
export async function findDealInputs(db: DbOrTx, access: DealAccess): Promise<DealInput[] | null> {
  const { deal } = access;
  const terms = await findTerms(db, deal.id);
  if (!terms) return null;
  const seller = await db.organisation.findUniqueOrThrow({
    where: { id: deal.supplyOrganisationId },
    select: { kind: true, natureCode: true, regionCode: true, legalName: true },
  });
  const related = await findRelatedParties(db, deal.id);
  const { contractId } = terms;
  return dealInputs({
    content: terms.content,
    termsSource: terms.source,
    sellerKind: sellerKindOf(seller.kind, seller.natureCode),
    sellerName: seller.legalName,
    sellerRegion: seller.regionCode,
    registration: contractId ? await findRegistration(db, contractId) : null,
    areRelated: related.isComplete || related.isRelated ? related.isRelated : null,
    ...(contractId ? await readIncome(db, contractId) : { firstPaidOn: null, confirmedFen: 0n }),
    // Shares of a reward are the supply side's own matter.
    reward: contractId && access.side === "SUPPLY" ? await findReward(db, contractId) : null,
  });
}

async function findTerms(db: DbOrTx, dealId: string): Promise<Terms | null> {
  const contract = await db.contract.findFirst({
    where: { dealId, kind: "MAIN", state: { in: ["SIGNED", "COMPLETED", "TERMINATED"] } },
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      number: true,
      termSheet: { select: { content: true } },
      supplements: {
        where: { state: { in: ["SIGNED", "COMPLETED"] } },
        orderBy: [{ signedAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { number: true, termSheet: { select: { content: true } } },
      },
    },
  });
  if (contract) {
    const newest = contract.supplements[0] ?? contract;
    const content = readTermSheet(newest.termSheet.content);
    const source: InputSource = { code: "contract", number: String(newest.number) };
    return { content, source, contractId: contract.id };
  }
  const accepted = await findAcceptedTerms(db, dealId);
  if (accepted) {
    const source: InputSource = { code: "terms", number: String(accepted.number) };
    return { content: accepted.content, source, contractId: null };
  }
  const offer = await db.termSheet.findFirst({
    where: { dealId, state: "PROPOSED" },
    orderBy: { number: "desc" },
    select: { number: true, content: true },
  });
  if (!offer) return null;
  const source: InputSource = { code: "offer", number: String(offer.number) };
  return { content: readTermSheet(offer.content), source, contractId: null };
}

async function findRegistration(db: DbOrTx, contractId: string) {
  const row = await db.registration.findFirst({
    where: { contractId, state: { in: ["REGISTERED", "CHANGE_PENDING", "RECONSIDERATION"] } },
    select: { registrationNo: true, totalFen: true, technicalFen: true },
  });
  if (!row?.registrationNo || row.totalFen === null || row.technicalFen === null) return null;
  return {
    number: row.registrationNo,
    totalFen: row.totalFen,
    technicalFen: row.technicalFen,
  };
}

async function readIncome(db: DbOrTx, contractId: string) {
  const where = { confirmedAt: { not: null }, instalment: { contractId } };
  const { _sum, _min } = await db.paymentProof.aggregate({
    where,
    _sum: { amountFen: true },
    _min: { paidOn: true },
  });
  return {
    confirmedFen: _sum.amountFen ?? 0n,
    firstPaidOn: _min.paidOn?.toISOString().slice(0, 10) ?? null,
  };
}

async function findReward(db: DbOrTx, contractId: string) {
  const row = await db.rewardSheet.findFirst({
    where: { contractId, state: { not: "CANCELLED" } },
    orderBy: { number: "desc" },
    select: {
      number: true,
      netIncomeFen: true,
      officeBonusFen: true,
      startedAt: true,
      paidOn: true,
    },
  });
  if (!row) return null;
  return {
    number: String(row.number),
    netIncomeFen: row.netIncomeFen,
    officeBonusFen: row.officeBonusFen,
    isPublicised: row.startedAt !== null,
    paidOn: row.paidOn?.toISOString().slice(0, 10) ?? null,
  };
}
