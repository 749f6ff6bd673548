import type { JobPayloads } from "~/domain/shared/job-payloads";
import { publishNotificationHint } from "~/realtime/publish.server";
import type { JobContext } from "../job-handler";

/** Tells the open pages of persons how many notifications they have now. */
export async function publishNotificationHints(
  { userIds }: JobPayloads["realtime.notifications"],
  { db }: JobContext,
): Promise<void> {
  const [all, unread] = await Promise.all([
    db.notification.groupBy({ by: ["userId"], where: { userId: { in: userIds } }, _count: true }),
    db.notification.groupBy({
      by: ["userId"],
      where: { userId: { in: userIds }, readAt: null },
      _count: true,
    }),
  ]);
  const unreadOf = new Map(unread.map((row) => [row.userId, row._count]));
  for (const row of all) {
    publishNotificationHint(row.userId, {
      sequence: row._count,
      unread: unreadOf.get(row.userId) ?? 0,
    });
  }
}
