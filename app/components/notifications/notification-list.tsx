import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { cx } from "~/components/ui/class-names";
import { DateTime } from "~/components/ui/date-time";
import { useNotificationText } from "./use-notification-text";

type NotificationListProps = {
  items: readonly {
    id: string;
    kind: string;
    params: unknown;
    createdAt: string;
    isRead: boolean;
  }[];
  returnTo: string;
};

/** Notifications, newest first; the title opens what it is about and marks it as read. */
export function NotificationList({ items, returnTo }: NotificationListProps) {
  const { t } = useTranslation("notifications");
  const textOf = useNotificationText();
  return (
    <Card padding="flush">
      <ul className="divide-y divide-line">
        {items.map((item) => {
          const { title, body } = textOf(item);
          return (
            <li
              key={item.id}
              className={cx("grid gap-1 px-4 py-3 sm:px-5", !item.isRead && "bg-brand-50")}
            >
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <Link
                  to={`/desk/notifications/${item.id}`}
                  prefetch="none"
                  className={cx("link min-w-0 break-words", !item.isRead && "font-semibold")}
                >
                  {title}
                </Link>
                <span className="flex items-center gap-2 text-sm text-muted">
                  {!item.isRead && <Badge tone="brand">{t("unread")}</Badge>}
                  <DateTime value={item.createdAt} format="datetime" />
                </span>
              </div>
              <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-1">
                <p className="min-w-0 flex-1 text-sm break-words text-body">{body}</p>
                {!item.isRead && (
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="id" value={item.id} />
                    <input type="hidden" name="returnTo" value={returnTo} />
                    <Button type="submit" name="intent" value="mark" size="sm" variant="quiet">
                      {t("markRead")}
                    </Button>
                  </Form>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
