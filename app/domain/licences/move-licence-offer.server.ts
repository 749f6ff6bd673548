import type { UserActor } from "~/domain/identity/actor";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import { licenceOfferConduct } from "./licence-offer-conduct.server";
import type { LicenceOfferMove } from "./licence-offer-procedure";
import { loadLicenceOffers } from "./licence-offer-rows.server";

/**
 * A move of the owner or of the office.
 * @throws DomainError "not_found" (404) for strangers, "wrong_state" (409), "note_required", and what
 * the conditions say, each at its field
 */
export async function moveLicenceOffer(
  input: { offerId: string; move: LicenceOfferMove; note?: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const [row] = isId(input.offerId) ? await loadLicenceOffers(db, [input.offerId]) : [];
  const isKnown = row && licenceOfferConduct.relations(actor, row).size > 0;
  const { id } = assertFound(isKnown ? row : null);
  const note = input.note?.trim();
  await advance(db, licenceOfferConduct, id, input.move, actor, note ? { note } : {});
}
