import type { NotificationKind } from "~/domain/notifications/notification-rules";
import { notify } from "~/domain/notifications/notify.server";
import {
  listOperatorIds,
  listPublisherIds,
} from "~/domain/notifications/recipients-queries.server";
import { listTraderIds } from "~/domain/oversight/trade-people.server";
import type { Tx } from "~/platform/db.server";
import { deskTenderHref, officeTenderHref, tenderHref } from "./tender-href";

type Named = { id: string; number: number; title: string; organisationId: string };
export type TenderKind = Extract<NotificationKind, `tender${string}`>;

/** Tells people about a tender. */
export async function tellTender(
  tx: Tx,
  tender: Named,
  told: { kind: TenderKind; userIds: readonly string[]; href: string; note?: string },
): Promise<void> {
  const { kind, userIds, href, note = "" } = told;
  const title = tender.title || `#${tender.number}`;
  await notify(tx, { userIds, kind, params: { title, note }, href });
}

/** Those who act for the buyer. */
export async function tellBuyer(tx: Tx, tender: Named, kind: TenderKind, note = ""): Promise<void> {
  const userIds = [
    ...(await listPublisherIds(tx, tender.organisationId)),
    ...(await listTraderIds(tx, tender.organisationId)),
  ];
  await tellTender(tx, tender, { kind, userIds, href: deskTenderHref(tender.id), note });
}

/** Those who act in trades for the organisations that have bid. */
export async function tellBidders(
  tx: Tx,
  tender: Named & { bids: readonly { organisationId: string; state: string }[] },
  kind: TenderKind,
  note = "",
): Promise<void> {
  const bidders = tender.bids.filter((one) => one.state !== "WITHDRAWN");
  const lists = await Promise.all(bidders.map((one) => listTraderIds(tx, one.organisationId)));
  const href = tenderHref(tender.number);
  await tellTender(tx, tender, { kind, userIds: lists.flat(), href, note });
}

export async function tellOperators(
  tx: Tx,
  tender: Named,
  kind: TenderKind,
  note = "",
): Promise<void> {
  const href = officeTenderHref(tender.id);
  await tellTender(tx, tender, { kind, userIds: await listOperatorIds(tx), href, note });
}

/** Those who hold the keys. */
export async function tellHolders(
  tx: Tx,
  tender: Named & { keyHolders: readonly { userId: string }[] },
  kind: TenderKind,
): Promise<void> {
  const href = deskTenderHref(tender.id, kind === "tenderKeyWanted" ? "key" : "opening");
  const userIds = tender.keyHolders.map((one) => one.userId);
  await tellTender(tx, tender, { kind, userIds, href });
}
