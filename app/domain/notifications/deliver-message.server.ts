import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import { sendMail } from "~/platform/mailer.server";
import { sendSms } from "~/platform/sms.server";

/** How long a row may stay locked while a mail server or gateway answers, in milliseconds. */
const DELIVERY_TIMEOUT_MS = 45_000;

/** Ways out of the house. */
export type Carriers = { mail: typeof sendMail; sms: typeof sendSms };

/**
 * Delivers one message of the outbox. The row is locked while it leaves, so that two workers cannot
 * send it twice, and one that has left is left alone. Without a configured service it stays in the
 * outbox unsent.
 * @throws the carrier's error, after noting it; the job queue then tries again
 */
export async function deliverMessage(
  messageId: string,
  db: Db,
  carriers: Carriers = { mail: sendMail, sms: sendSms },
): Promise<"sent" | "outbox" | "skipped"> {
  const outcome = await db.$transaction(
    async (tx) => {
      const rows = await tx.$queryRaw<
        { channel: string; recipient: string; subject: string; text: string; html: string | null }[]
      >`
        SELECT channel, recipient, subject, text, html FROM "OutboundMessage"
        WHERE id = ${messageId}::uuid AND "sentAt" IS NULL
        FOR UPDATE SKIP LOCKED`;
      const row = rows[0];
      if (!row) return { result: "skipped" as const };
      try {
        const result =
          row.channel === "SMS"
            ? await carriers.sms({ to: row.recipient, text: row.text })
            : await carriers.mail({
                to: row.recipient,
                subject: row.subject,
                text: row.text,
                ...(row.html ? { html: row.html } : {}),
                ...unsubscribeLink(row.text),
              });
        await tx.outboundMessage.update({
          where: { id: messageId },
          data:
            result === "sent"
              ? { sentAt: clock.now(), attempts: { increment: 1 }, lastError: null }
              : { lastError: null },
        });
        return { result };
      } catch (error) {
        // Noted in this transaction: one that rolls back would forget the attempt.
        const lastError = error instanceof Error ? error.message.slice(0, 500) : "unknown";
        await tx.outboundMessage.update({
          where: { id: messageId },
          data: { attempts: { increment: 1 }, lastError },
        });
        return { error };
      }
    },
    { timeout: DELIVERY_TIMEOUT_MS, maxWait: 10_000 },
  );
  if ("error" in outcome) throw outcome.error;
  return outcome.result;
}

/** The unsubscribe link at the foot of a mail also goes into its header, where mail programs look. */
function unsubscribeLink(text: string): { unsubscribeUrl?: string } {
  const start = `${appUrl()}/unsubscribe/`;
  const at = text.lastIndexOf(start);
  if (at < 0) return {};
  const rest = /^[\w-]{43}(\?about=matches)?(?=\s|$)/.exec(text.slice(at + start.length));
  return rest ? { unsubscribeUrl: `${start}${rest[0]}` } : {};
}
