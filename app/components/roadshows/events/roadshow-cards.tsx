import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { LinkCard } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { roadshowHref } from "~/domain/roadshows/events/roadshow-href";
import type { RoadshowItem } from "~/domain/roadshows/events/roadshow-view";
import { RoadshowStateBadge } from "./roadshow-state";
import { daysText } from "./roadshow-table";

type Row = Omit<RoadshowItem, "callDueAt"> & { callDueAt: string | Date | null };

/** The public list: what, when, where, and whether projects are wanted. */
export function RoadshowCards({ items }: { items: readonly Row[] }) {
  const { t } = useTranslation("roadshows");
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {items.map((one) => (
        <li key={one.number} className="min-w-0">
          <LinkCard to={roadshowHref(one.number)} title={one.title} headingLevel={2}>
            <p className="mt-2 flex flex-wrap items-center gap-2">
              <RoadshowStateBadge state={one.state} />
              <Badge>{t(`formats.${one.format as "BOTH"}`)}</Badge>
              {one.fields.slice(0, 3).map((name) => (
                <Badge key={name} tone="info">
                  {name}
                </Badge>
              ))}
            </p>
            <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
              <dt className="text-muted">{t("page.days")}</dt>
              <dd className="tabular font-semibold text-ink">{daysText(one)}</dd>
              <dt className="text-muted">{t("page.place")}</dt>
              <dd className="min-w-0">{[one.region, one.venue].filter(Boolean).join(" · ")}</dd>
              <dt className="text-muted">{t("page.organiser")}</dt>
              <dd className="min-w-0 truncate">{one.organiser}</dd>
              {one.state === "CALL_OPEN" && one.callDueAt && (
                <>
                  <dt className="text-muted">{t("list.callUntil")}</dt>
                  <dd>
                    <DateTime value={one.callDueAt} format="datetime" />
                  </dd>
                </>
              )}
            </dl>
          </LinkCard>
        </li>
      ))}
    </ul>
  );
}
