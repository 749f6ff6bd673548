import { translatorFor } from "~/i18n/i18next.server";
import { type RenderedMail, renderMail } from "./mail-frame";
import {
  type MailedNotification,
  type MailReader,
  mailParts,
  notificationText,
} from "./notification-mail";

/** Notifications that one collected mail spells out; the others are counted. */
const MAX_ITEMS = 20;

/** The daily or weekly collection of a person's unread notifications, newest first. */
export function digestMail(
  notifications: readonly MailedNotification[],
  frequency: "DAILY" | "WEEKLY",
  reader: MailReader,
): RenderedMail | null {
  const t = translatorFor(reader.locale, "notifications");
  const parts = mailParts(reader);
  const found = notifications.flatMap((one) => {
    const text = notificationText(one, reader.locale);
    return text ? [{ ...text, href: one.href }] : [];
  });
  if (found.length === 0) return null;
  const rest = found.length - MAX_ITEMS;
  return renderMail({
    ...parts,
    subject: t("digestSubject", { market: parts.marketName, count: found.length }),
    blocks: [
      { text: frequency === "DAILY" ? t("digestLeadDaily") : t("digestLeadWeekly") },
      ...found.slice(0, MAX_ITEMS).map(({ title, body, href }) => ({
        title,
        text: body,
        link: { url: `${reader.origin}${href}`, label: t("mailOpen") },
      })),
      ...(rest > 0
        ? [
            {
              text: t("digestMore", { count: rest }),
              link: { url: `${reader.origin}/desk/notifications`, label: t("mailOpen") },
            },
          ]
        : []),
    ],
  });
}
