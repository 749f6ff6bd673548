import { queueMessage } from "~/domain/notifications/send-message.server";
import { getUnsubscribeToken } from "~/domain/notifications/unsubscribe-token.server";
import { clock } from "~/domain/shared/clock";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import { inTransaction } from "~/domain/shared/transaction.server";
import { digestMail } from "~/emails/digest-mail";
import type { Db } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import type { JobContext } from "../job-handler";

/** Persons looked at in one query. */
const BATCH = 200;
/** Unread notifications that one collection looks at. */
const MAX_NOTIFICATIONS = 200;

type Frequency = JobPayloads["notifications.digest"]["frequency"];

/** Sends each person who wants it one mail with what is unread and was not mailed before. */
export async function sendDigests(
  { frequency }: JobPayloads["notifications.digest"],
  { db, logger }: JobContext,
): Promise<void> {
  let sent = 0;
  for (let after = ""; ; ) {
    const people = await db.notificationPreference.findMany({
      where: {
        mail: frequency,
        ...(after ? { userId: { gt: after } } : {}),
        user: {
          deactivatedAt: null,
          emailVerified: true,
          notifications: { some: { readAt: null, mailedAt: null } },
        },
      },
      orderBy: { userId: "asc" },
      take: BATCH,
      select: { userId: true },
    });
    for (const { userId } of people) if (await sendDigest(userId, frequency, db)) sent += 1;
    const last = people.at(-1);
    if (!last || people.length < BATCH) break;
    after = last.userId;
  }
  if (sent > 0) logger.info({ frequency, sent }, "digests queued");
}

async function sendDigest(userId: string, frequency: Frequency, db: Db): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    // Two runs at once: the second finds the rows locked and skips them.
    const locked = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Notification"
      WHERE "userId" = ${userId}::uuid AND "readAt" IS NULL AND "mailedAt" IS NULL
      ORDER BY "createdAt" DESC LIMIT ${MAX_NOTIFICATIONS}
      FOR UPDATE SKIP LOCKED`;
    if (locked.length === 0) return false;
    const ids = locked.map((row) => row.id);
    const [user, notifications] = await Promise.all([
      tx.user.findUniqueOrThrow({
        where: { id: userId },
        select: { name: true, email: true, locale: true },
      }),
      tx.notification.findMany({
        where: { id: { in: ids } },
        orderBy: { createdAt: "desc" },
        select: { kind: true, params: true, href: true },
      }),
    ]);
    const mail = digestMail(notifications, frequency, {
      name: user.name,
      locale: user.locale,
      origin: appUrl(),
      unsubscribeToken: await getUnsubscribeToken(tx, userId),
    });
    await tx.notification.updateMany({
      where: { id: { in: ids } },
      data: { mailedAt: clock.now() },
    });
    if (mail) await queueMessage(tx, { channel: "MAIL", recipient: user.email, ...mail });
    return mail !== null;
  });
}
