import { queueMessage } from "~/domain/notifications/send-message.server";
import { getUnsubscribeToken } from "~/domain/notifications/unsubscribe-token.server";
import { clock } from "~/domain/shared/clock";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import { inTransaction } from "~/domain/shared/transaction.server";
import { notificationMail } from "~/emails/notification-mail";
import type { Db } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import type { JobContext } from "../job-handler";

/** Puts the mails of notifications into the outbox, each once. */
export async function mailNotifications(
  { notificationIds }: JobPayloads["notifications.mail"],
  { db }: JobContext,
): Promise<void> {
  for (const id of notificationIds) await mailNotification(id, db);
}

/**
 * The row is locked and marked together with the outbox row. What the person has read meanwhile, or
 * no longer wants by mail at once, is not mailed.
 */
async function mailNotification(id: string, db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    const locked = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Notification"
      WHERE id = ${id}::uuid AND "mailedAt" IS NULL AND "readAt" IS NULL
      FOR UPDATE SKIP LOCKED`;
    if (locked.length === 0) return;
    const { user, ...notification } = await tx.notification.findUniqueOrThrow({
      where: { id },
      select: {
        kind: true,
        params: true,
        href: true,
        userId: true,
        user: {
          select: {
            name: true,
            email: true,
            locale: true,
            emailVerified: true,
            deactivatedAt: true,
            notificationPreference: { select: { mail: true } },
          },
        },
      },
    });
    const mailPreference = user.notificationPreference?.mail ?? "INSTANT";
    if (user.deactivatedAt || !user.emailVerified || mailPreference !== "INSTANT") return;
    const mail = notificationMail(notification, {
      name: user.name,
      locale: user.locale,
      origin: appUrl(),
      unsubscribeToken: await getUnsubscribeToken(tx, notification.userId),
    });
    await tx.notification.update({ where: { id }, data: { mailedAt: clock.now() } });
    if (mail) await queueMessage(tx, { channel: "MAIL", recipient: user.email, ...mail });
  });
}
