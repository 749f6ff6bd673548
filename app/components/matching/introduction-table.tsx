import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import type { IntroductionItem } from "~/domain/matching/introduction-view-schema";
import { IntroductionStateBadge, ReplyClock } from "./introduction-state";
import { useOwnerText } from "./use-owner-text";

type IntroductionTableProps = {
  items: readonly IntroductionItem[];
  /** Server time in milliseconds. */
  now: number;
  empty: ReactNode;
};

/** Requests of one box. */
export function IntroductionTable({ items, now, empty }: IntroductionTableProps) {
  const { t } = useTranslation("matching");
  const ownerText = useOwnerText();
  if (items.length === 0) return <>{empty}</>;
  return (
    <Card padding="flush">
      <Table
        caption={t("introductionsCaption")}
        rows={items}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "about",
            header: t("columnAbout"),
            rowHeader: true,
            cell: (row) => (
              <span className="grid gap-0.5">
                <Link to={`/desk/introductions/${row.id}`} className="link font-medium">
                  {row.asked.title}
                </Link>
                <span className="text-sm font-normal text-muted">
                  {row.kind === "need" ? t("need") : t("achievement")}
                  {row.own && ` · ${t("forOwn", { title: row.own.title })}`}
                </span>
              </span>
            ),
          },
          { key: "other", header: t("columnOther"), cell: (row) => ownerText(row.other) },
          {
            key: "state",
            header: t("columnState"),
            cell: (row) => (
              <span className="inline-flex flex-wrap gap-1.5">
                <IntroductionStateBadge state={row.state} />
                {row.unread > 0 && (
                  <Badge tone="accent" icon="chat">
                    {t("unreadMessages", { count: row.unread })}
                  </Badge>
                )}
              </span>
            ),
          },
          {
            key: "clock",
            header: t("columnClock"),
            cell: (row) => <ReplyClock introduction={row} now={now} />,
          },
          {
            key: "created",
            header: t("columnCreated"),
            className: "whitespace-nowrap",
            cell: (row) => <DateTime value={row.createdAt} format="date" />,
          },
        ]}
      />
    </Card>
  );
}
