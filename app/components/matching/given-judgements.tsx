import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import { type GivenJudgement, judgeHref } from "~/domain/matching/judgement-schema";
import { percentOf } from "./use-share-text";

const TONES = { 1: "neutral", 2: "info", 3: "brand", 4: "success" } as const;

/** What the reader has judged, with what the ranker had said before. */
export function GivenJudgements({ items }: { items: GivenJudgement[] }) {
  const { t } = useTranslation("quality");
  return (
    <Card padding="flush">
      <Table
        caption={t("judge.caption")}
        rows={items}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="list" title={t("judge.emptyGivenTitle")}>
            {t("judge.emptyGivenText")}
          </EmptyState>
        }
        columns={[
          {
            key: "need",
            header: t("judge.need"),
            rowHeader: true,
            cell: (row) => row.needTitle,
          },
          {
            key: "achievement",
            header: t("judge.achievement"),
            cell: (row) => row.achievementTitle,
          },
          {
            key: "level",
            header: t("judge.level"),
            cell: (row) => (
              <>
                <Badge tone={TONES[row.level]}>
                  {row.level} {t(`levels.L${row.level}`)}
                </Badge>
                {row.reason && <p className="mt-1 text-sm text-muted">{row.reason}</p>}
              </>
            ),
          },
          {
            key: "estimate",
            header: t("judge.estimate"),
            className: "tabular sm:whitespace-nowrap",
            cell: (row) =>
              row.related === null
                ? t("none")
                : t("judge.estimateValue", {
                    percent: percentOf(row.related),
                    version: row.rankerVersion ?? t("none"),
                  }),
          },
          {
            key: "at",
            header: t("judge.at"),
            className: "sm:whitespace-nowrap",
            cell: (row) => <DateTime value={row.updatedAt} />,
          },
          {
            key: "change",
            header: "",
            label: t("judge.change"),
            className: "sm:whitespace-nowrap",
            cell: (row) => (
              <Link
                className="link"
                to={judgeHref(row)}
                aria-label={t("judge.changeLabel", {
                  need: row.needTitle,
                  achievement: row.achievementTitle,
                })}
              >
                {t("judge.change")}
              </Link>
            ),
          },
        ]}
      />
    </Card>
  );
}
