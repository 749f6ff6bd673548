import { recordDealEvent } from "~/domain/deals/record-deal-event.server";
import { notify } from "~/domain/notifications/notify.server";
import { toYuanText } from "~/domain/shared/money";
import type { MoveHook } from "~/domain/shared/procedure/conduct";
import { paymentHref, performanceHref } from "./performance-href";
import { listSideUserIds, listTreasurerIds } from "./performance-people.server";
import type { InstalmentRow } from "./performance-rows.server";

export type PaymentNotice =
  | "royaltyStated"
  | "paymentProved"
  | "paymentReceived"
  | "paymentConfirmed"
  | "paymentRejected"
  | "royaltySettled";

/** Whom the move asks to act or informs: the treasurers of that side, and its people in the room. */
const TOLD: Record<PaymentNotice, "SUPPLY" | "DEMAND"> = {
  royaltyStated: "SUPPLY",
  paymentProved: "SUPPLY",
  paymentReceived: "SUPPLY",
  paymentConfirmed: "DEMAND",
  paymentRejected: "DEMAND",
  royaltySettled: "DEMAND",
};

/** Tells the room and the side that is to go on. Bank references never leave the payment's page. */
export function tellOfPayment(kind: PaymentNotice): MoveHook<InstalmentRow> {
  return async ({ tx, subjects, actor, input, now }) => {
    const actorId = actor.kind === "USER" ? actor.userId : null;
    for (const row of subjects) {
      const { dealId, deal, title: contract } = row.contract;
      const note = input.note?.trim() ?? "";
      const amount = row.amountFen === null ? "0" : toYuanText(row.amountFen);
      const isPayer = kind === "royaltyStated" || kind === "paymentProved";
      const organisationId = isPayer ? deal.demandOrganisationId : deal.supplyOrganisationId;
      const params = { amount, ...(kind === "paymentRejected" ? { note } : {}) };
      const author = actorId ? { userId: actorId, organisationId } : null;
      const event = { code: kind, params, href: performanceHref(dealId) };
      await recordDealEvent(tx, dealId, event, author);
      const side = TOLD[kind];
      const told = side === "SUPPLY" ? deal.supplyOrganisationId : deal.demandOrganisationId;
      const treasurers = await listTreasurerIds(tx, told);
      const people = await listSideUserIds(tx, dealId, side);
      await notify(tx, {
        userIds: [...treasurers, ...people].filter((id) => id !== actorId),
        kind,
        params: { contract, amount, note },
        href: paymentHref(row.id),
        dedupeKey: `payment:${row.id}:${kind}:${now.getTime()}`,
      });
    }
  };
}
