import { useTranslation } from "react-i18next";
import { isNotificationKind, readParams } from "~/domain/notifications/notification-rules";

/** Title and sentence of a notification in the reader's language. */
export function useNotificationText() {
  const { t } = useTranslation("notifications");
  return ({ kind, params }: { kind: string; params: unknown }) => {
    if (!isNotificationKind(kind)) return { title: kind, body: "" };
    const values = readParams(kind, params);
    return { title: t(`titles.${kind}`, values), body: t(`bodies.${kind}`, values) };
  };
}
