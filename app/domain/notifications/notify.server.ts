import { clock } from "~/domain/shared/clock";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import {
  type NotificationKind,
  type NotificationParams,
  SUGGESTED_KINDS,
} from "./notification-rules";
import { quietUntil } from "./quiet-hours-rules";

export type Notice<K extends NotificationKind> = {
  userIds: readonly string[];
  kind: K;
  params: NotificationParams<K>;
  /** Path within this site that the notice leads to. */
  href: string;
  /** The same event tells a person once: a second notice with this key is dropped. */
  dedupeKey?: string;
};

/**
 * Tells people something inside the caller's transaction: a row in their notification centre, a
 * hint to their open pages, and a mail by their preference (INSTANT, delayed over quiet hours; DAILY
 * and WEEKLY are collected by the digest). Deactivated people are left out.
 */
export async function notify<K extends NotificationKind>(tx: Tx, notice: Notice<K>): Promise<void> {
  const people = await tx.user.findMany({
    where: { id: { in: [...new Set(notice.userIds)] }, deactivatedAt: null },
    // One order for everybody: two transactions that tell the same people must not wait for each other.
    orderBy: { id: "asc" },
    select: {
      id: true,
      emailVerified: true,
      notificationPreference: {
        select: { mail: true, quietFrom: true, quietTo: true, nonPersonal: true },
      },
    },
  });
  const isSuggestion = SUGGESTED_KINDS.includes(notice.kind);
  const told = people.filter(
    (person) => !(isSuggestion && person.notificationPreference?.nonPersonal),
  );
  if (told.length === 0) return;

  const now = clock.now();
  const rows = await tx.notification.createManyAndReturn({
    data: told.map((person) => ({
      id: newId(),
      userId: person.id,
      kind: notice.kind,
      params: notice.params,
      href: notice.href,
      createdAt: now,
      dedupeKey: notice.dedupeKey ?? null,
    })),
    skipDuplicates: true,
    select: { id: true, userId: true },
  });
  if (rows.length === 0) return;

  const byId = new Map(told.map((person) => [person.id, person]));
  const waves = new Map<number | null, string[]>();
  for (const row of rows) {
    const person = byId.get(row.userId);
    const preference = person?.notificationPreference;
    if (!person?.emailVerified || (preference?.mail ?? "INSTANT") !== "INSTANT") continue;
    const runAt = preference ? (quietUntil(now, preference)?.getTime() ?? null) : null;
    waves.set(runAt, [...(waves.get(runAt) ?? []), row.id]);
  }
  for (const [runAt, notificationIds] of waves) {
    const options = runAt === null ? {} : { runAt: new Date(runAt) };
    await enqueueJob(tx, "notifications.mail", { notificationIds }, options);
  }
  await enqueueJob(tx, "realtime.notifications", { userIds: rows.map((row) => row.userId) });
}
