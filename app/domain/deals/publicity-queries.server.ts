import type { DbOrTx } from "~/platform/db.server";
import { isMaterialChange, needsPublicityFor } from "./publicity-rules";
import { findAcceptedTerms, readTermSheet } from "./term-sheet-queries.server";
import type { TermSheetContent } from "./term-sheet-schema";

/**
 * Whether the deal's agreed price must be made public before its contract is finalised.
 * @param content terms to judge by; without them the accepted ones, and false while there are none
 */
export async function needsPublicity(
  db: DbOrTx,
  dealId: string,
  content?: TermSheetContent,
): Promise<boolean> {
  const terms = content ?? (await findAcceptedTerms(db, dealId))?.content;
  if (!terms) return false;
  const deal = await db.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: {
      origin: true,
      supplyOrganisation: { select: { kind: true, natureCode: true } },
      achievement: { select: { isServiceOutcome: true } },
    },
  });
  return needsPublicityFor({
    ...deal.supplyOrganisation,
    origin: deal.origin,
    isServiceOutcome: deal.achievement?.isServiceOutcome ?? true,
    content: terms,
  });
}

/**
 * Whether a publicity has run out without an open or upheld objection for these terms, or for an
 * earlier version that said the same about outcome, manner and price.
 */
export async function isPublicityCleared(
  db: DbOrTx,
  dealId: string,
  termSheetId: string,
): Promise<boolean> {
  const cleared = await db.pricingPublicity.findFirst({
    where: { dealId, state: "CLEARED" },
    select: { termSheetId: true, termSheet: { select: { content: true } } },
  });
  if (!cleared) return false;
  if (cleared.termSheetId === termSheetId) return true;
  const terms = await db.termSheet.findFirst({ where: { id: termSheetId, dealId } });
  if (!terms) return false;
  const before = readTermSheet(cleared.termSheet.content);
  return !isMaterialChange(before, readTermSheet(terms.content));
}
