import type { Prisma } from "#prisma/client/client";
import type { DbOrTx } from "~/platform/db.server";
import { isMaterialChange, needsPublicityFor } from "./publicity-rules";
import { findAcceptedTerms, readTermSheet } from "./term-sheet-queries.server";
import type { TermSheetContent } from "./term-sheet-schema";

/** What decides, besides the terms, whether a price must be made public. */
const pricing = {
  origin: true,
  supplyOrganisation: { select: { kind: true, natureCode: true } },
  achievement: { select: { isServiceOutcome: true } },
} as const satisfies Prisma.DealSelect;

function isNeededBy(
  deal: Prisma.DealGetPayload<{ select: typeof pricing }>,
  content: TermSheetContent,
): boolean {
  return needsPublicityFor({
    ...deal.supplyOrganisation,
    origin: deal.origin,
    isServiceOutcome: deal.achievement?.isServiceOutcome ?? true,
    content,
  });
}

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
  const where = { id: dealId };
  return isNeededBy(await db.deal.findUniqueOrThrow({ where, select: pricing }), terms);
}

/** Of many rooms those whose agreed price must be made public and has not been yet. */
export async function listAwaitingPublicity(
  db: DbOrTx,
  dealIds: readonly string[],
): Promise<Set<string>> {
  const deals = await db.deal.findMany({
    where: { id: { in: [...dealIds] } },
    select: {
      ...pricing,
      id: true,
      termSheets: { where: { state: "ACCEPTED" }, select: { id: true, content: true } },
      publicities: {
        where: { state: "CLEARED" },
        select: { termSheetId: true, termSheet: { select: { content: true } } },
      },
    },
  });
  const waiting = deals.filter((deal) => {
    const terms = deal.termSheets[0];
    if (!terms) return false;
    const content = readTermSheet(terms.content);
    if (!isNeededBy(deal, content)) return false;
    const cleared = deal.publicities[0];
    if (!cleared) return true;
    if (cleared.termSheetId === terms.id) return false;
    return isMaterialChange(readTermSheet(cleared.termSheet.content), content);
  });
  return new Set(waiting.map((deal) => deal.id));
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
