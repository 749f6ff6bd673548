import { can } from "~/domain/identity/permission-rules";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import {
  type LicenceOfferCondition,
  licenceOfferConditions,
} from "./licence-offer-conditions.server";
import {
  type LicenceOfferMove,
  type LicenceOfferRelation,
  type LicenceOfferState,
  licenceOfferProcedure,
} from "./licence-offer-procedure";
import {
  hashOfText,
  type LicenceOfferRow,
  loadLicenceOffers,
  textFactsOf,
} from "./licence-offer-rows.server";
import { licenceText } from "./licence-text-rules";
import { tellLicenceOffice, tellLicenceOwner } from "./tell-licence.server";

/** The text is made from the offer's own facts; a text that differs from the last one is a new version. */
const freezeText: MoveHook<LicenceOfferRow> = async ({ tx, subjects }) => {
  for (const row of subjects) {
    const text = licenceText(textFactsOf(row));
    const textHash = hashOfText(text);
    if (textHash === row.textHash) continue;
    await tx.licenceOffer.update({
      where: { id: row.id },
      data: { licenceText: text, textHash, textVersion: row.textVersion + 1 },
    });
  }
};

const noteOpening: MoveHook<LicenceOfferRow> = async ({ tx, subjects, now }) => {
  const ids = subjects.map((row) => row.id);
  await tx.licenceOffer.updateMany({ where: { id: { in: ids } }, data: { openedAt: now } });
};

const noteClosing: MoveHook<LicenceOfferRow> = async ({ tx, subjects, now, input }) => {
  const ids = subjects.map((row) => row.id);
  const data = { closedAt: now, closeNote: input.note?.trim() ?? "" };
  await tx.licenceOffer.updateMany({ where: { id: { in: ids } }, data });
};

/** How offers of licences move. Nobody checks the offer of an organisation that is the own one. */
export const licenceOfferConduct: Conduct<
  LicenceOfferRow,
  LicenceOfferState,
  LicenceOfferMove,
  LicenceOfferRelation,
  LicenceOfferCondition,
  keyof typeof licenceOfferProcedure.clocks
> = {
  procedure: licenceOfferProcedure,
  table: "LicenceOffer",
  load: loadLicenceOffers,
  relations(actor, { organisationId, regionCode }) {
    if (actor.kind !== "USER") return new Set<LicenceOfferRelation>(["market"]);
    const found = new Set<LicenceOfferRelation>();
    if (can(actor, "licence.create", { organisationId })) found.add("owner");
    const isOwn = actor.memberships.some((one) => one.organisationId === organisationId);
    if (!isOwn && can(actor, "licence.check", { regionCode })) found.add("office");
    return found;
  },
  conditions: licenceOfferConditions,
  before: { submit: freezeText, open: noteOpening, close: noteClosing },
  after: {
    submit: tellLicenceOffice,
    return: tellLicenceOwner("licenceReturned"),
    open: tellLicenceOwner("licenceOpened"),
    resume: tellLicenceOwner("licenceOpened"),
    suspend: tellLicenceOwner("licenceSuspended"),
    close: tellLicenceOwner("licenceClosed"),
  },
};
