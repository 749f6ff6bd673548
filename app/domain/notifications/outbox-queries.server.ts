import type { DbOrTx } from "~/platform/db.server";

export type OutboxStatus = "SENT" | "HELD" | "WAITING" | "FAILED";

/** Messages that the outbox page shows. */
export const OUTBOX_SIZE = 50;

/**
 * The latest mails and short messages. `isConfigured` tells whether a service for the channel exists;
 * without one a message is held.
 */
export async function listOutbox(
  db: DbOrTx,
  isConfigured: { MAIL: boolean; SMS: boolean },
): Promise<
  {
    id: string;
    channel: "MAIL" | "SMS";
    recipient: string;
    subject: string;
    text: string;
    createdAt: Date;
    attempts: number;
    status: OutboxStatus;
  }[]
> {
  const rows = await db.outboundMessage.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: OUTBOX_SIZE,
    select: {
      id: true,
      channel: true,
      recipient: true,
      subject: true,
      text: true,
      createdAt: true,
      sentAt: true,
      attempts: true,
      lastError: true,
    },
  });
  return rows.map(({ sentAt, lastError, ...row }) => {
    const channel = row.channel === "SMS" ? "SMS" : "MAIL";
    const waiting = isConfigured[channel] ? "WAITING" : "HELD";
    return { ...row, channel, status: sentAt ? "SENT" : lastError ? "FAILED" : waiting };
  });
}
