import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Deadline } from "~/components/ui/deadline";
import { Table } from "~/components/ui/table";
import type { ChallengeItem } from "~/domain/challenges/challenge-view";
import { ChallengeStateBadge } from "./challenge-state";
import { useMoney } from "./use-money";

/** Challenges of the poster's or the office's desk. */
export function ChallengeTable({
  items,
  base,
  empty,
}: {
  items: readonly ChallengeItem[];
  /** Folder of the pages that the titles lead to. */
  base: string;
  empty: ReactNode;
}) {
  const { t } = useTranslation("challenges");
  const money = useMoney();
  return (
    <Card padding="flush">
      <Table
        caption={t("list.caption")}
        rows={items}
        rowKey={(one) => one.id}
        empty={empty}
        columns={[
          {
            key: "title",
            header: t("list.column.title"),
            rowHeader: true,
            cell: (one) => (
              <>
                <Link className="link" to={`${base}/${one.id}`}>
                  {one.title || t("page.number", { number: one.number })}
                </Link>
                <span className="block text-sm text-muted">
                  {t("page.number", { number: one.number })}
                </span>
              </>
            ),
          },
          { key: "poster", header: t("list.column.poster"), cell: (one) => one.organisation },
          {
            key: "kind",
            header: t("list.column.kind"),
            cell: (one) => t(`listKinds.${one.listKind}`),
          },
          {
            key: "money",
            header: t("list.column.money"),
            align: "end",
            cell: (one) => (
              <span className="whitespace-nowrap">{money(one.posterFen + one.publicFen)}</span>
            ),
          },
          {
            key: "due",
            header: t("list.column.due"),
            cell: (one) => (one.intentionsDueAt ? <Deadline value={one.intentionsDueAt} /> : "—"),
          },
          {
            key: "state",
            header: t("list.column.state"),
            cell: (one) => <ChallengeStateBadge state={one.state} />,
          },
        ]}
      />
    </Card>
  );
}
