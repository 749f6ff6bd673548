import { clock } from "~/domain/shared/clock";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { type Identifier, isPlaceholderEmail } from "./contact-rules";
import { fillLetter, type Letter, lettersIn } from "./letters";

export type CodePurpose = "confirm" | "reset" | "change" | "sign";

/** Puts a mail or short message of this area into the outbox, within the caller's transaction. */
export async function sendLetter(
  tx: Tx,
  to: Identifier,
  letter: Letter,
  values: Record<string, string>,
): Promise<void> {
  if (to.kind === "EMAIL" && isPlaceholderEmail(to.value)) return;
  const messageId = newId();
  const isMail = to.kind === "EMAIL";
  await tx.outboundMessage.create({
    data: {
      id: messageId,
      channel: isMail ? "MAIL" : "SMS",
      recipient: to.value,
      // A line break in a value must not become a header.
      subject: isMail ? fillLetter(letter.subject, values).replace(/[\r\n]+/g, " ") : "",
      text: fillLetter(letter.text, values),
      createdAt: clock.now(),
    },
  });
  await enqueueJob(tx, "notifications.send", { messageId });
}

/** Sends a confirmation code to an address; `values` fill further places of its letter. */
export async function sendCode(
  tx: Tx,
  message: {
    to: Identifier;
    purpose: CodePurpose;
    code: string;
    locale: string;
    values?: Record<string, string>;
  },
): Promise<void> {
  const letters = lettersIn(message.locale);
  const values = { ...message.values, code: message.code };
  await sendLetter(tx, message.to, letters[message.purpose], values);
}
