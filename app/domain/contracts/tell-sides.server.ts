import { recordDealEvent } from "~/domain/deals/record-deal-event.server";
import type { NotificationKind } from "~/domain/notifications/notification-rules";
import { notify } from "~/domain/notifications/notify.server";
import type { Tx } from "~/platform/db.server";
import type { ContractRow } from "./contract-rows.server";
import { otherPartiesOf } from "./contract-rows.server";

type TextKind = Extract<
  NotificationKind,
  "contractDrafted" | "contractDraftChanged" | "contractApproved"
>;

/** Tells the room and the other people of both sides what somebody did with a text. */
export async function tellSides(
  tx: Tx,
  row: Pick<ContractRow, "id" | "dealId" | "title" | "deal">,
  by: { userId: string; organisationId: string },
  what: { event: string; kind: TextKind; number: number; dedupe: string },
): Promise<void> {
  const href = `/desk/deals/${row.dealId}/contracts/${row.id}`;
  const params = { title: row.title, number: what.number };
  await recordDealEvent(tx, row.dealId, { code: what.event, params, href }, by);
  await notify(tx, {
    userIds: otherPartiesOf(row, by.userId),
    kind: what.kind,
    params,
    href,
    dedupeKey: `contract:${row.id}:${what.dedupe}`,
  });
}
