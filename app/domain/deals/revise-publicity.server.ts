import { systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { publicityConduct } from "./publicity-conduct.server";
import { findStandingPublicity } from "./publicity-rows.server";
import { isMaterialChange } from "./publicity-rules";
import { readTermSheet } from "./term-sheet-queries.server";
import type { TermSheetContent } from "./term-sheet-schema";

/** Notes of moves that the market makes by itself; shown through i18n, not as they stand. */
export const REVISED_BY_TERMS = "terms";
export const REVISED_BY_DECLARATION = "declaration";

/**
 * After other terms were accepted: a publicity that told another outcome, manner or price ends as
 * revised, cleared or not. The caller holds the room's lock.
 */
export async function revisePublicity(
  tx: Tx,
  dealId: string,
  accepted: TermSheetContent,
): Promise<void> {
  const standing = await findStandingPublicity(tx, dealId);
  if (!standing) return;
  const published = readTermSheet(standing.termSheet.content);
  if (!isMaterialChange(published, accepted)) return;
  await endAsRevised(tx, standing.id, REVISED_BY_TERMS);
}

/** Ends a standing publicity whose statement on related parties is no longer true. */
export async function revisePublicityOfDeal(tx: Tx, dealId: string): Promise<void> {
  const standing = await findStandingPublicity(tx, dealId);
  if (standing) await endAsRevised(tx, standing.id, REVISED_BY_DECLARATION);
}

function endAsRevised(tx: Tx, publicityId: string, note: string): Promise<void> {
  return advance(tx, publicityConduct, publicityId, "revise", systemActor("terms"), { note });
}
