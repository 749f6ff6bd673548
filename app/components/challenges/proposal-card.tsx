import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { deadlineText } from "~/components/ui/deadline";
import { Table } from "~/components/ui/table";
import type { PublicChallenge } from "~/domain/challenges/challenge-view";
import { TakerStateBadge } from "./challenge-state";
import { pointsText, useMoney } from "./use-money";

/** Who is proposed, with rank and points, while the public may object and afterwards. */
export function ProposalCard({ challenge }: { challenge: PublicChallenge }) {
  const { t } = useTranslation("challenges");
  const { proposed, proposalReason, publicityEndsAt, state } = challenge;
  if (proposed.length === 0) return null;
  const isRunning = state === "PUBLICITY";
  return (
    <Card title={isRunning ? t("proposal.title") : t("proposal.settled")} id="proposal">
      {isRunning && publicityEndsAt && (
        <p className="mb-3 text-muted">
          {t("proposal.lead", { time: deadlineText(publicityEndsAt) })}
        </p>
      )}
      <Table
        caption={t(isRunning ? "proposal.title" : "proposal.settled")}
        rows={proposed}
        rowKey={(one) => one.organisation}
        columns={[
          {
            key: "organisation",
            header: t("proposal.organisation"),
            rowHeader: true,
            cell: (one) => one.organisation,
          },
          { key: "chief", header: t("proposal.chief"), cell: (one) => one.chief },
          {
            key: "members",
            header: t("proposal.members"),
            cell: (one) => one.members.join("、") || "—",
          },
          {
            key: "rank",
            header: t("proposal.rank"),
            align: "end",
            cell: (one) => one.rank ?? "—",
          },
          {
            key: "score",
            header: t("proposal.score"),
            align: "end",
            cell: (one) => pointsText(one.scoreHundredths),
          },
          {
            key: "role",
            header: t("proposal.role"),
            cell: (one) => (
              <Badge tone={one.isReserve ? "neutral" : "success"}>
                {one.isReserve
                  ? t("proposal.reserve")
                  : t(isRunning ? "proposal.selected" : "proposal.chosen")}
              </Badge>
            ),
          },
        ]}
      />
      {proposalReason && (
        <p className="mt-3">
          <span className="text-muted">{t("proposal.reason")}</span> {proposalReason}
        </p>
      )}
    </Card>
  );
}

/** How far the takers are, and how it ended: what may be public. */
export function ResultCard({ challenge }: { challenge: PublicChallenge }) {
  const { t } = useTranslation("challenges");
  const money = useMoney();
  if (challenge.results.length === 0) return null;
  return (
    <Card title={t("results.title")} id="results">
      <Table
        caption={t("results.title")}
        rows={challenge.results}
        rowKey={(one) => one.organisation}
        columns={[
          {
            key: "taker",
            header: t("results.taker"),
            rowHeader: true,
            cell: (one) => one.organisation,
          },
          {
            key: "state",
            header: t("results.state"),
            cell: (one) => <TakerStateBadge state={one.state} />,
          },
          {
            key: "milestones",
            header: t("results.milestones"),
            cell: (one) => t("results.milestonesText", one.milestones),
          },
          {
            key: "reward",
            header: t("results.reward"),
            align: "end",
            cell: (one) => (one.rewardFen === null ? "—" : money(one.rewardFen)),
          },
          { key: "note", header: t("results.note"), cell: (one) => one.note || "—" },
        ]}
      />
    </Card>
  );
}
