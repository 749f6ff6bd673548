import { notify } from "~/domain/notifications/notify.server";
import { listTraderIds } from "~/domain/oversight/trade-people.server";
import type { Tx } from "~/platform/db.server";
import { deskTenderHref } from "./tender-href";
import type { TenderRow } from "./tender-rows.server";

/** Tells the buyer once that the standstill is over. */
export async function notifyAwardDue(tx: Tx, tender: TenderRow, now: Date): Promise<void> {
  const end = tender.standstillEndsAt;
  if (!end || end > now) return;
  await notify(tx, {
    userIds: await listTraderIds(tx, tender.organisationId),
    kind: "tenderAwardDue",
    params: { title: tender.title, note: "" },
    href: deskTenderHref(tender.id),
    dedupeKey: `tender-award-due:${tender.id}:${end.toISOString()}`,
  });
}
