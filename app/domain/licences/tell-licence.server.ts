import { notify } from "~/domain/notifications/notify.server";
import {
  listOperatorIds,
  listPublisherIds,
} from "~/domain/notifications/recipients-queries.server";
import type { MoveHook } from "~/domain/shared/procedure/conduct";
import { ownLicenceHref } from "./licence-href-rules";
import type { LicenceOfferRow } from "./licence-offer-rows.server";

type OwnerKind = "licenceReturned" | "licenceOpened" | "licenceSuspended" | "licenceClosed";

/** Tells the operators that an offer waits to be checked. */
export const tellLicenceOffice: MoveHook<LicenceOfferRow> = async ({ tx, subjects }) => {
  for (const row of subjects) {
    await notify(tx, {
      userIds: await listOperatorIds(tx),
      kind: "licenceToCheck",
      params: { title: row.title, organisation: row.organisation.legalName },
      href: `/office/licences/${row.id}`,
    });
  }
};

/** Tells the publishers of the owner, except whoever did it. */
export function tellLicenceOwner(kind: OwnerKind): MoveHook<LicenceOfferRow> {
  return async ({ tx, subjects, actor, input }) => {
    for (const row of subjects) {
      const people = await listPublisherIds(tx, row.organisationId);
      await notify(tx, {
        userIds: people.filter((id) => actor.kind !== "USER" || id !== actor.userId),
        kind,
        params: { title: row.title, note: input.note?.trim() ?? "" },
        href: ownLicenceHref(row.id),
      });
    }
  };
}
