import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";

type Listing = {
  id: string;
  title: string;
  summary: string;
  publishedAt: Date | null;
  badge?: string;
};

/** The newest listings that an organisation published under its name. */
export function OrganisationListings({
  title,
  empty,
  base,
  count,
  listings,
  allTo,
  allLabel,
}: {
  title: string;
  empty: string;
  base: "/achievements" | "/needs";
  count: number;
  listings: readonly Listing[];
  /** Search for all of them. */
  allTo: string;
  allLabel: string;
}) {
  const { t } = useTranslation("identity");
  return (
    <Card
      title={title}
      footer={
        count > listings.length ? (
          <Link className="link" to={allTo}>
            {allLabel}
          </Link>
        ) : undefined
      }
      actions={<span className="tabular text-muted">{t("queue.count", { count })}</span>}
    >
      {listings.length === 0 ? (
        <p className="text-muted">{empty}</p>
      ) : (
        <ul className="divide-y divide-line">
          {listings.map((one) => (
            <li key={one.id} className="py-3 first:pt-0 last:pb-0">
              <p className="flex flex-wrap items-baseline gap-2">
                <Link className="link font-medium" to={`${base}/${one.id}`} prefetch="intent">
                  {one.title}
                </Link>
                {one.badge && <Badge tone="info">{one.badge}</Badge>}
              </p>
              {one.summary && <p className="mt-0.5 line-clamp-2 text-sm">{one.summary}</p>}
              {one.publishedAt && (
                <p className="mt-0.5 text-sm text-muted">
                  {t("public.published")} <DateTime value={one.publishedAt} />
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
