import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { Table } from "~/components/ui/table";
import type { PublicChallenge } from "~/domain/challenges/challenge-view";
import { CRITERIA } from "~/domain/challenges/score-rules";
import { TargetTable } from "./target-table";
import { shareText } from "./use-money";

/** Background, task, targets, terms, and how intentions are appraised. */
export function ChallengeTexts({ challenge }: { challenge: PublicChallenge }) {
  const { t } = useTranslation("challenges");
  const text = (value: string) => <p className="prose-text whitespace-pre-wrap">{value}</p>;
  return (
    <>
      <Card title={t("page.background")}>{text(challenge.background)}</Card>
      <Card title={t("page.content")}>{text(challenge.content)}</Card>
      <Card title={t("page.targets")} padding="flush">
        <TargetTable targets={challenge.targets} />
      </Card>
      <Card title={t("page.ip")}>{text(challenge.ipTerms)}</Card>
      <Card title={t("page.eligibility")}>
        {text(challenge.eligibility)}
        <p className="mt-3 text-sm text-muted">{t("page.unrelated")}</p>
      </Card>
      <Card title={t("page.vetting")}>
        {text(challenge.vettingNote)}
        <Disclosure summary={t("page.howAppraised")}>
          <p className="mb-2 text-sm text-muted">{t("page.howText")}</p>
          <Table
            caption={t("page.howAppraised")}
            rows={CRITERIA.map((id) => ({ id, weight: challenge.weights[id] }))}
            rowKey={(one) => one.id}
            narrow="scroll"
            dense
            columns={[
              {
                key: "criterion",
                header: t("page.criterion"),
                rowHeader: true,
                cell: (one) => t(`criteria.${one.id}`),
              },
              {
                key: "weight",
                header: t("page.weight"),
                align: "end",
                cell: (one) => shareText(one.weight),
              },
            ]}
          />
        </Disclosure>
      </Card>
    </>
  );
}
