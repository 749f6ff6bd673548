import { findBan } from "~/domain/oversight/ban-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import { endOfLicence, findBars } from "./licence-check-rules";
import { type LicenceOfferRow, licenceFactsOf } from "./licence-offer-rows.server";

/**
 * What bars a sale on a day, although the offer was sound when it was opened: rights, the achievement,
 * a ban of the licensor, a licence without a single day. A term beyond the patents' own does not bar:
 * the licence ends with the patents.
 * @returns codes, empty when the licence may be sold
 */
export async function findSaleBars(
  db: DbOrTx,
  offer: LicenceOfferRow,
  today: string,
): Promise<string[]> {
  const facts = licenceFactsOf(offer);
  const codes = findBars(facts, today)
    .map((one) => one.code)
    .filter((code) => code !== "licence_bar_term");
  const { state, organisationId, isBlinded } = offer.achievement;
  if (state !== "PUBLISHED" || organisationId !== offer.organisationId || isBlinded) {
    codes.push("licence_achievement_not_public");
  }
  if (await findBan(db, offer.organisationId)) codes.push("trade_banned_now");
  const endsOn = endOfLicence(today, facts.termMonths, facts.patents);
  if (endsOn !== null && endsOn < today) codes.push("licence_bar_expired");
  return [...new Set(codes)];
}
