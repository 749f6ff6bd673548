import { systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { publicityConduct } from "./publicity-conduct.server";
import { findStandingPublicity } from "./publicity-rows.server";

/** Note of a move that the market makes by itself; shown through i18n, not as it stands. */
const REVISED_BY_DECLARATION = "declaration";

/** Ends a standing publicity whose statement on related parties is no longer true. */
export async function revisePublicityOfDeal(tx: Tx, dealId: string): Promise<void> {
  const standing = await findStandingPublicity(tx, dealId);
  if (!standing) return;
  const note = REVISED_BY_DECLARATION;
  await advance(tx, publicityConduct, standing.id, "revise", systemActor("terms"), { note });
}
