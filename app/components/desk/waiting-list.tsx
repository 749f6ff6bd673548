import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "~/components/ui/date-time";

export type WaitingView = {
  id: string;
  kind: "organisationReview" | "listingReview" | "listingCheck" | "introduction";
  subject: string;
  dueAt: Date | null;
  href: string;
};

/** What others are working on, with the date by which they promised it. */
export function WaitingList({ items, asOf }: { items: ReadonlyArray<WaitingView>; asOf: Date }) {
  const { t } = useTranslation("desk");
  if (items.length === 0) return <p className="text-sm text-muted">{t("home.waitingNone")}</p>;
  return (
    <ul className="space-y-3">
      {items.map((item) => {
        const at = item.dueAt && formatDateTime(new Date(item.dueAt.getTime() - 60_000));
        const isLate = item.dueAt !== null && item.dueAt.getTime() < asOf.getTime();
        return (
          <li key={`${item.kind}-${item.id}`} className="text-sm">
            <Link to={item.href} className="link break-words">
              {t(`waiting.${item.kind}`, { subject: item.subject })}
            </Link>
            {at && (
              <p className={isLate ? "text-danger-600" : "text-muted"}>
                {t(isLate ? "due.late" : "due.expected", { at })}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
