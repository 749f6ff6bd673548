import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { clock } from "~/domain/shared/clock";
import type { Tx } from "~/platform/db.server";
import { clientIds, type MandateRow } from "./mandate-rows.server";

export function mandateHref(id: string): string {
  return `/desk/mandates/${id}`;
}

type Kind =
  | "mandateOffered"
  | "mandateChanged"
  | "mandateDisputed"
  | "mandateConsentWanted"
  | "mandateFeeOverdue";

const notice = (row: Pick<MandateRow, "id" | "title">, kind: Kind, what: string) => ({
  kind,
  params: { title: row.title },
  href: mandateHref(row.id),
  dedupeKey: `mandate:${row.id}:${kind}:${what}:${clock.now().getTime()}`,
});

/** Tells the broker of a mandate. */
export async function tellMandateBroker(
  tx: Tx,
  kind: Kind,
  row: Pick<MandateRow, "id" | "title"> & { broker: { userId: string } },
  what: string,
): Promise<void> {
  await notify(tx, { ...notice(row, kind, what), userIds: [row.broker.userId] });
}

/** Tells those who publish for the clients, but the one who did it. */
export async function tellClients(
  tx: Tx,
  kind: Kind,
  row: Pick<MandateRow, "id" | "title" | "clientId" | "secondClientId">,
  what: string,
  exceptUserId: string | null,
): Promise<void> {
  const userIds: string[] = [];
  for (const id of clientIds(row)) userIds.push(...(await listPublisherIds(tx, id)));
  await notify(tx, {
    ...notice(row, kind, what),
    userIds: userIds.filter((id) => id !== exceptUserId),
  });
}
