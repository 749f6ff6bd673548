import type { DbOrTx } from "~/platform/db.server";
import { findRelatedParties } from "./related-party-queries.server";
import { checkRightHolder, type DealFacts, type RightHolderResult } from "./right-holder-rules";
import { type RightHolderAnswers, rightHolderSchema } from "./right-holder-schema";
import { findAcceptedTerms, findOpenOffer, readTermSheet } from "./term-sheet-queries.server";

export type RightHolderCheckView = {
  id: string;
  answers: RightHolderAnswers;
  /** By the terms as they are now. */
  results: RightHolderResult[];
  rulesVersion: string;
  declaredById: string;
  declaredAt: Date;
};

/** What the checks look at: the accepted terms, else the offer on the table, else the listing. */
export async function readDealFacts(db: DbOrTx, dealId: string): Promise<DealFacts> {
  const accepted = await findAcceptedTerms(db, dealId);
  const open = accepted ? null : await findOpenOffer(db, dealId);
  const content = accepted?.content ?? (open ? readTermSheet(open.content) : null);
  if (content) {
    return {
      categoryCode: content.categoryCode,
      licenceKind: content.licence?.kind ?? null,
      licenceEndsOn: content.licence?.endsOn ?? null,
      rights: content.object.rights.map(({ title, expiresOn }) => ({ title, expiresOn })),
    };
  }
  const deal = await db.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: { achievement: { select: { ipRights: { orderBy: { sort: "asc" } } } } },
  });
  const rights = (deal.achievement?.ipRights ?? []).map((right) => ({
    title: right.title,
    expiresOn: right.expiresOn?.toISOString().slice(0, 10) ?? null,
  }));
  return { categoryCode: null, licenceKind: null, licenceEndsOn: null, rights };
}

/** The right holder's latest answers with their results, or null. */
export async function findRightHolderCheck(
  db: DbOrTx,
  dealId: string,
): Promise<RightHolderCheckView | null> {
  const row = await db.rightHolderCheck.findFirst({
    where: { dealId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  if (!row) return null;
  const answers = rightHolderSchema.parse(row.answers);
  return {
    id: row.id,
    answers,
    results: checkRightHolder(answers, await readDealFacts(db, dealId)),
    rulesVersion: row.rulesVersion,
    declaredById: row.declaredById,
    declaredAt: row.createdAt,
  };
}

/** What stands in the way of finalising the contract besides its text. */
export type ContractBlocker =
  | { kind: "RIGHT_HOLDER_MISSING" }
  | { kind: "RIGHT_HOLDER"; id: RightHolderResult["id"]; reason: string }
  | { kind: "RELATED_PARTY_MISSING"; side: "SUPPLY" | "DEMAND" };

/**
 * Declarations that a contract waits for and right-holder checks that bar it. Consulting and service
 * hand over no right, so that their right holder need not answer.
 */
export async function listContractBlockers(db: DbOrTx, dealId: string): Promise<ContractBlocker[]> {
  const related = await findRelatedParties(db, dealId);
  const check = await findRightHolderCheck(db, dealId);
  const { categoryCode } = await readDealFacts(db, dealId);
  const blockers: ContractBlocker[] = [];
  if (!check && (categoryCode === null || /^[123]/.test(categoryCode))) {
    blockers.push({ kind: "RIGHT_HOLDER_MISSING" });
  }
  for (const { id, reason, isBlocking } of check?.results ?? []) {
    if (isBlocking) blockers.push({ kind: "RIGHT_HOLDER", id, reason });
  }
  if (!related.supply) blockers.push({ kind: "RELATED_PARTY_MISSING", side: "SUPPLY" });
  if (!related.demand) blockers.push({ kind: "RELATED_PARTY_MISSING", side: "DEMAND" });
  return blockers;
}
