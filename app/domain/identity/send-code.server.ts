import { auth as english } from "~/i18n/en/auth";
import { auth as chinese } from "~/i18n/zh-CN/auth";
import { clock } from "~/domain/shared/clock";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { type Identifier, isPlaceholderEmail } from "./contact-rules";

export type CodePurpose = "confirm" | "reset" | "change";

/** Text of a letter with {{name}} places. */
type Letter = { subject: string; text: string };

const fill = (text: string, values: Record<string, string>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "");

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
      subject: isMail ? fill(letter.subject, values).replace(/[\r\n]+/g, " ") : "",
      text: fill(letter.text, values),
      createdAt: clock.now(),
    },
  });
  await enqueueJob(tx, "notifications.send", { messageId });
}

/** The letters of this area in a person's language. */
export function lettersIn(locale: string) {
  return (locale === "en" ? english : chinese).letters;
}

/** Sends a confirmation code to an address. */
export async function sendCode(
  tx: Tx,
  message: { to: Identifier; purpose: CodePurpose; code: string; locale: string },
): Promise<void> {
  const letters = lettersIn(message.locale);
  await sendLetter(tx, message.to, letters[message.purpose], { code: message.code });
}
