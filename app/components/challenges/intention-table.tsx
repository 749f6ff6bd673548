import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { Table } from "~/components/ui/table";
import type { IntentionItem } from "~/domain/challenges/challenge-view";
import { IntentionStateBadge } from "./challenge-state";
import { OtherViews } from "./other-views";
import { pointsText } from "./use-money";

type Props = {
  intentions: readonly IntentionItem[];
  /** Before the deadline nobody sees any. */
  isSealed: boolean;
};

/** What was handed in, with relation, rank and points, for poster and office. */
export function IntentionTable({ intentions, isSealed }: Props) {
  const { t } = useTranslation("challenges");
  const views = intentions.filter((one) => one.appraisals.length > 0);
  return (
    <Card title={t("work.case.intentions")} id="intentions" padding="flush">
      <Table
        caption={t("work.case.intentions")}
        rows={intentions}
        rowKey={(one) => one.id}
        empty={
          <p className="px-5 py-4 text-muted">
            {isSealed ? t("work.case.intentionsNone") : t("work.case.intentionsEmpty")}
          </p>
        }
        columns={[
          {
            key: "organisation",
            header: t("work.screening.organisation"),
            rowHeader: true,
            cell: (one) => (
              <>
                <Link className="link" to={`/desk/intentions/${one.id}`}>
                  {one.organisation}
                </Link>
                {one.hasScout && (
                  <span className="block text-sm text-muted">{t("work.screening.scout")}</span>
                )}
              </>
            ),
          },
          {
            key: "relation",
            header: t("work.screening.relation"),
            cell: (one) => (
              <>
                <Badge tone={one.isRelated ? "danger" : "success"}>
                  {one.isRelated ? t("work.screening.related") : t("work.screening.unrelated")}
                </Badge>
                {one.sharedPeople > 0 && (
                  <span className="mt-1 block text-sm text-warning-700">
                    {t("work.screening.shared", { count: one.sharedPeople })}
                  </span>
                )}
              </>
            ),
          },
          {
            key: "state",
            header: t("work.screening.state"),
            cell: (one) => <IntentionStateBadge state={one.state} />,
          },
          {
            key: "score",
            header: t("work.screening.score"),
            align: "end",
            cell: (one) => pointsText(one.scoreHundredths),
          },
          {
            key: "rank",
            header: t("work.screening.rank"),
            align: "end",
            cell: (one) => one.rank ?? "—",
          },
        ]}
      />
      {views.length > 0 && (
        <div className="space-y-2 border-t border-line px-5 py-3">
          {views.map((one) => (
            <Disclosure key={one.id} summary={`${t("work.screening.views")} · ${one.organisation}`}>
              <OtherViews views={one.appraisals} />
            </Disclosure>
          ))}
        </div>
      )}
    </Card>
  );
}
