import { notify } from "~/domain/notifications/notify.server";
import { listOperatorIds } from "~/domain/notifications/recipients-queries.server";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { lapsePurchase } from "./lapse-purchase.server";

/** An offer that waits for its check beyond the dated days: the operators are told once more. */
export const fireLicenceOfferClock: ClockFiring = async (tx, { subjectId }) => {
  const row = await tx.licenceOffer.findUnique({
    where: { id: subjectId },
    select: { id: true, title: true, state: true, organisation: { select: { legalName: true } } },
  });
  if (row?.state !== "CHECK") return;
  await notify(tx, {
    userIds: await listOperatorIds(tx),
    kind: "licenceToCheck",
    params: { title: row.title, organisation: row.organisation.legalName },
    href: `/office/licences/${row.id}`,
  });
};

/** A licence that was not paid in the dated days lapses. */
export const fireLicencePurchaseClock: ClockFiring = async (tx, { subjectId }, actor) => {
  await lapsePurchase(tx, subjectId, actor);
};
