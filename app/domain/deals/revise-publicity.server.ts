import { systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { publicityConduct } from "./publicity-conduct.server";
import { findStandingPublicity } from "./publicity-rows.server";
import { isMaterialChange } from "./publicity-rules";
import { readTermSheet } from "./term-sheet-queries.server";
import type { TermSheetContent } from "./term-sheet-schema";

/** Note of a move that the market makes by itself; shown through i18n, not as it stands. */
const REVISED_BY_TERMS = "terms";

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
  const note = REVISED_BY_TERMS;
  await advance(tx, publicityConduct, standing.id, "revise", systemActor("terms"), { note });
}
