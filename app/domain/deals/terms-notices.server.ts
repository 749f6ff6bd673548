import type { Actor } from "~/domain/identity/actor";
import type {
  NotificationKind,
  NotificationParams,
} from "~/domain/notifications/notification-rules";
import { notify } from "~/domain/notifications/notify.server";
import type { Tx } from "~/platform/db.server";
import { dealHref } from "./deal-href";
import { listDealUserIds } from "./deal-people-queries.server";
import { recordDealEvent } from "./record-deal-event.server";

/**
 * Writes into the conversation what happened to terms, checks or publicity, and tells everybody else
 * who may read the room's papers.
 */
export async function tellRoom<K extends NotificationKind>(
  tx: Tx,
  deal: { id: string },
  told: {
    event: { code: string; params?: Record<string, string | number> };
    part: string;
    notice?: { kind: K; params: NotificationParams<K>; dedupeKey?: string };
  },
  actor: Actor,
  organisationId: string | null,
): Promise<void> {
  const href = dealHref(deal.id, told.part);
  const author = actor.kind === "USER" ? { userId: actor.userId, organisationId } : null;
  await recordDealEvent(tx, deal.id, { ...told.event, href }, author);
  if (!told.notice) return;
  const userIds = await listDealUserIds(tx, deal.id, "DOCUMENTS");
  await notify(tx, {
    ...told.notice,
    userIds: userIds.filter((id) => actor.kind !== "USER" || id !== actor.userId),
    href,
  });
}
