import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import type { ProjectOutcome } from "~/domain/roadshows/follow-up/outcome-view";
import { formatFen } from "~/domain/shared/money";
import { type Round, RoundBadge } from "./follow-up-round";
import { OutcomeSteps } from "./outcome-chain";

type Row = { outcome: ProjectOutcome; rounds: Round[] };

/** Projects with what their people say and what the market has on record, side by side. */
export function BoardTable({ rows }: { rows: readonly Row[] }) {
  const { t, i18n } = useTranslation("leads");
  return (
    <Card padding="flush">
      <Table
        caption={t("followUp.boardTitle")}
        rows={rows}
        rowKey={(row) => row.outcome.projectId}
        narrow="cards"
        empty={<EmptyState icon="calendar" title={t("followUp.empty")} />}
        columns={[
          {
            key: "project",
            header: t("project"),
            rowHeader: true,
            cell: ({ outcome }) => (
              <>
                {outcome.title}
                <span className="block text-sm font-normal text-muted">
                  {outcome.organisationName}
                </span>
                <span className="block text-sm font-normal text-muted">
                  {t("chain.leads", { leads: outcome.leads, rooms: outcome.rooms })}
                </span>
              </>
            ),
          },
          {
            key: "outcome",
            header: t("followUp.outcome"),
            cell: ({ outcome }) => <OutcomeSteps outcome={outcome} />,
          },
          {
            key: "said",
            header: t("followUp.said"),
            cell: ({ rounds }) => (
              <ul className="space-y-1.5 text-sm">
                {rounds.map((round) => (
                  <li key={round.days}>
                    <span className="text-muted">{t("followUp.round", { days: round.days })}</span>{" "}
                    <RoundBadge round={round} />
                    {round.statedFen && (
                      <span className="block text-muted">
                        {t("followUp.saidAmount", {
                          amount: formatFen(BigInt(round.statedFen), i18n.language),
                        })}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Card>
  );
}
