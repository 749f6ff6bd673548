import nodemailer, { type Transporter } from "nodemailer";
import { env } from "./env.server.ts";

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Address that ends such mails, by page and by POST (RFC 8058). */
  unsubscribeUrl?: string;
}

/** "sent": a server took it. "outbox": no server is set; the message is only to be read in the outbox. */
export type Delivery = "sent" | "outbox";

const TIMEOUT_MS = 15_000;
let transport: Transporter | undefined;

/**
 * Hands a mail to the SMTP server of SMTP_URL. Without SMTP_URL nothing is sent and the caller's row in
 * the outbox is all there is.
 * @throws Error when the server refuses or does not answer; the caller's job tries again.
 */
export async function sendMail(mail: Mail): Promise<Delivery> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) return "outbox";
  transport ??= nodemailer.createTransport(SMTP_URL, {
    connectionTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof nodemailer.createTransport>[1]);
  await transport.sendMail({
    from: MAIL_FROM,
    // As an object, so that a comma in an address cannot add a recipient.
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    ...(mail.unsubscribeUrl
      ? {
          headers: {
            "List-Unsubscribe": `<${mail.unsubscribeUrl}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          },
        }
      : {}),
  });
  return "sent";
}
