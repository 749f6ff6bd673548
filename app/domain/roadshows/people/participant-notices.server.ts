import type { NotificationKind } from "~/domain/notifications/notification-rules";
import { notify } from "~/domain/notifications/notify.server";
import type { Tx } from "~/platform/db.server";
import { visitHref } from "../events/roadshow-href";

type Told = {
  kind: Extract<NotificationKind, `roadshow${string}`>;
  params: Record<string, string | number>;
  /** Tells one event from the next of the same kind. */
  key: string;
  /** Page of the visit that it leads to. */
  page?: string;
};

/** Tells a participant who has an account; a walk-in has none. */
export async function tellParticipant(
  tx: Tx,
  to: { id: string; userId: string | null },
  told: Told,
): Promise<void> {
  if (!to.userId) return;
  await notify(tx, {
    userIds: [to.userId],
    kind: told.kind,
    params: told.params as never,
    href: visitHref(to.id, told.page),
    dedupeKey: `${told.kind}:${told.key}`,
  });
}
