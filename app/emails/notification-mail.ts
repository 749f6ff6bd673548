import { isNotificationKind, readParams } from "~/domain/notifications/notification-rules";
import { translatorFor } from "~/i18n/i18next.server";
import { type MailParts, type RenderedMail, renderMail } from "./mail-frame";

export type MailedNotification = { kind: string; params: unknown; href: string };

export type MailReader = {
  name: string;
  locale: string;
  /** Public address of the market without a trailing slash. */
  origin: string;
  unsubscribeToken: string;
  /** The unsubscribe link of mails with suggested matches ends those alone. */
  about?: "matches";
};

/** Title and sentence of a notification in a language; null for a kind that no longer exists. */
export function notificationText(
  notification: { kind: string; params: unknown },
  locale: string,
): { title: string; body: string } | null {
  const { kind } = notification;
  if (!isNotificationKind(kind)) return null;
  const t = translatorFor(locale, "notifications");
  const params = readParams(kind, notification.params);
  return { title: t(`titles.${kind}`, params), body: t(`bodies.${kind}`, params) };
}

/** What all notification mails have in common. */
export function mailParts(
  reader: MailReader,
): Pick<MailParts, "locale" | "marketName" | "greeting" | "footer" | "footerLinks"> {
  const t = translatorFor(reader.locale, "notifications");
  const market = translatorFor(reader.locale, "common")("marketName");
  return {
    locale: reader.locale,
    marketName: market,
    greeting: t("mailGreeting", { name: reader.name }),
    footer: t("mailFooter", { market }),
    footerLinks: [
      { url: `${reader.origin}/desk/notifications/preferences`, label: t("mailPreferences") },
      {
        url: `${reader.origin}/unsubscribe/${reader.unsubscribeToken}${reader.about ? `?about=${reader.about}` : ""}`,
        label: reader.about ? t("mailUnsubscribeMatches") : t("mailUnsubscribe"),
      },
    ],
  };
}

/** The mail of one notification. */
export function notificationMail(
  notification: MailedNotification,
  reader: MailReader,
): RenderedMail | null {
  const found = notificationText(notification, reader.locale);
  if (!found) return null;
  const t = translatorFor(reader.locale, "notifications");
  return renderMail({
    ...mailParts(reader),
    subject: found.title,
    blocks: [
      {
        title: found.title,
        text: found.body,
        link: { url: `${reader.origin}${notification.href}`, label: t("mailOpen") },
      },
    ],
  });
}
