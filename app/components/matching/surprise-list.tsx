import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Table } from "~/components/ui/table";
import type { Surprise } from "~/domain/matching/surprise-view";
import { percentOf } from "./use-share-text";

/** Judgements that the ranker was most wrong about. */
export function SurpriseList({ items }: { items: Surprise[] }) {
  const { t } = useTranslation("quality");
  return (
    <Card title={t("surprises.title")}>
      <p className="mb-3 max-w-3xl text-sm text-muted">{t("surprises.note")}</p>
      {items.length === 0 ? (
        <p>{t("surprises.none")}</p>
      ) : (
        <Table
          caption={t("surprises.title")}
          rows={items}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "pair",
              header: t("surprises.pair"),
              rowHeader: true,
              cell: (row) => (
                <Link to={row.href} className="link">
                  {t("surprises.titles", {
                    need: row.needTitle,
                    achievement: row.achievementTitle,
                  })}
                </Link>
              ),
            },
            {
              key: "estimate",
              header: t("judge.estimate"),
              className: "tabular sm:whitespace-nowrap",
              cell: (row) =>
                t("judge.estimateValue", {
                  percent: percentOf(row.related),
                  version: row.rankerVersion ?? t("none"),
                }),
            },
            {
              key: "level",
              header: t("judge.level"),
              className: "sm:whitespace-nowrap",
              cell: (row) => t(`levels.L${row.level}`),
            },
            {
              key: "reason",
              header: t("surprises.reason"),
              cell: (row) => row.reason || t("none"),
            },
          ]}
        />
      )}
    </Card>
  );
}
