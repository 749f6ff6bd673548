import type { NotificationKind } from "~/domain/notifications/notification-rules";
import { notify } from "~/domain/notifications/notify.server";
import {
  listOperatorIds,
  listPublisherIds,
} from "~/domain/notifications/recipients-queries.server";
import { listTraderIds } from "~/domain/oversight/trade-people.server";
import type { Tx } from "~/platform/db.server";
import { deskLotHref, lotHref, officeLotHref } from "./lot-href";

type Named = { id: string; number: number; title: string; organisationId: string };
type LotKind = Extract<NotificationKind, `lot${string}`>;

const titleOf = (lot: Named) => lot.title || `#${lot.number}`;

async function tell(
  tx: Tx,
  lot: Named,
  kind: LotKind,
  userIds: readonly string[],
  href: string,
  note: string,
  dedupeKey?: string,
): Promise<void> {
  const params = { title: titleOf(lot), note };
  await notify(tx, { userIds, kind, params, href, ...(dedupeKey ? { dedupeKey } : {}) });
}

/** Those who act for the seller. */
export async function tellSeller(tx: Tx, lot: Named, kind: LotKind, note = ""): Promise<void> {
  const ids = await listPublisherIds(tx, lot.organisationId);
  await tell(tx, lot, kind, ids, deskLotHref(lot.id), note);
}

/** Those who act in trades for an organisation that takes part. */
export async function tellApplicant(
  tx: Tx,
  lot: Named,
  organisationId: string,
  kind: LotKind,
  note = "",
  href = lotHref(lot.number),
): Promise<void> {
  await tell(tx, lot, kind, await listTraderIds(tx, organisationId), href, note);
}

/** The market's operators. */
export async function tellOperators(tx: Tx, lot: Named, kind: LotKind, note = ""): Promise<void> {
  await tell(tx, lot, kind, await listOperatorIds(tx), officeLotHref(lot.id), note);
}

/** The market's operators, once about what the occasion names. */
export async function tellOperatorsOnce(
  tx: Tx,
  lot: Named,
  kind: LotKind,
  occasion: string,
): Promise<void> {
  const key = `${kind}:${lot.id}:${occasion}`;
  await tell(tx, lot, kind, await listOperatorIds(tx), officeLotHref(lot.id), "", key);
}
