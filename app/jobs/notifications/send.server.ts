import { deliverMessage } from "~/domain/notifications/deliver-message.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/** Delivers one message of the outbox; the queue tries again when the carrier refuses. */
export async function sendMessage(
  { messageId }: JobPayloads["notifications.send"],
  { db }: JobContext,
): Promise<void> {
  await deliverMessage(messageId, db);
}
