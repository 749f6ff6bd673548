import { clock } from "~/domain/shared/clock";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";

export type OutgoingMessage = {
  channel: "MAIL" | "SMS";
  /** Mail address or phone number in international form. */
  recipient: string;
  subject: string;
  text: string;
  html?: string;
};

/**
 * Puts a mail or short message into the outbox inside the caller's transaction; the job
 * "notifications.send" delivers it after the commit.
 * @returns id of the outbox row
 */
export async function queueMessage(tx: Tx, message: OutgoingMessage): Promise<string> {
  const id = newId();
  await tx.outboundMessage.create({
    data: {
      id,
      channel: message.channel,
      recipient: message.recipient,
      subject: message.subject,
      text: message.text,
      html: message.html ?? null,
      createdAt: clock.now(),
    },
  });
  await enqueueJob(tx, "notifications.send", { messageId: id });
  return id;
}
