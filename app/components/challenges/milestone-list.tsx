import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { Disclosure } from "~/components/ui/disclosure";
import { Textarea } from "~/components/ui/textarea";
import type { MilestoneView, TakerPage } from "~/domain/challenges/taker-view";
import { MilestoneStateBadge } from "./challenge-state";
import { ReportForm } from "./report-form";

type Props = { page: TakerPage; view: FormAnswer };

/** The stages of the work: reports, measured values, what the poster said. */
export function MilestoneList({ page, view }: Props) {
  const { t } = useTranslation("challenges");
  const isRunning = page.state === "RUNNING" && page.challengeState === "RUNNING";
  return (
    <Card title={t("work.taker.milestones")} id="milestones">
      <ol className="divide-y divide-line">
        {page.milestones.map((one) => (
          <li key={one.id} className="space-y-2 py-4 first:pt-0">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium text-ink">
                {one.sort}. {one.title}
              </span>
              <MilestoneStateBadge state={one.state} />
              {one.dueOn && (
                <span className="text-sm text-muted">
                  {t("work.taker.due", { date: one.dueOn })}
                </span>
              )}
            </p>
            {one.target && <p className="text-muted">{one.target}</p>}
            {one.reportedAt && <Report page={page} milestone={one} />}
            {one.decisionNote && (
              <p className="rounded-md bg-sunken px-4 py-2 text-sm">
                {t("work.taker.note")} {one.decisionNote}
              </p>
            )}
            {isRunning && page.role === "taker" && one.state === "PLANNED" && (
              <ReportForm page={page} milestone={one} view={view} />
            )}
            {isRunning && page.role === "poster" && <DecisionForms milestone={one} view={view} />}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Report({ page, milestone }: { page: TakerPage; milestone: MilestoneView }) {
  const { t } = useTranslation("challenges");
  const met = (value: boolean | null) =>
    value === null
      ? t("work.taker.undecided")
      : value
        ? t("work.taker.met")
        : t("work.taker.unmet");
  return (
    <div className="space-y-1">
      <p className="text-sm text-muted">
        {t("work.taker.reportedAt", {
          time: formatDateTime(milestone.reportedAt ?? "", "datetime"),
        })}
      </p>
      <p className="prose-text whitespace-pre-wrap">{milestone.report}</p>
      {milestone.measured.length > 0 && (
        <ul className="list-disc pl-5 text-sm">
          {milestone.measured.map((one) => (
            <li key={one.target}>
              {page.targets[one.target]?.name} {one.measured}（{met(one.met)}）
            </li>
          ))}
        </ul>
      )}
      {milestone.hasFile && (
        <Link
          className="link text-sm"
          reloadDocument
          to={`/desk/challenges/takers/${page.id}/files/${milestone.id}`}
        >
          {t("work.taker.download")}
        </Link>
      )}
    </div>
  );
}

const NOTED = {
  REPORTED: ["sendBackMilestone", "failMilestone"],
  FAILED: ["retryMilestone"],
  PLANNED: ["failMilestone"],
  ACCEPTED: [],
} as const;
const LABEL = {
  sendBackMilestone: "sendBack",
  failMilestone: "fail",
  retryMilestone: "retry",
} as const;

function DecisionForms({ milestone, view }: { milestone: MilestoneView; view: FormAnswer }) {
  const { t } = useTranslation("challenges");
  const isRefused = view.text("milestoneId") === milestone.id;
  const moves = NOTED[milestone.state];
  return (
    <div className="space-y-2">
      {milestone.state === "REPORTED" && (
        <Form method="post">
          <input type="hidden" name="milestoneId" value={milestone.id} />
          <input type="hidden" name="reportedAt" value={milestone.reportedAt ?? ""} />
          <SubmitButton intent="accept" size="sm">
            {t("work.taker.accept")}
          </SubmitButton>
        </Form>
      )}
      {moves.length > 0 && (
        <Disclosure
          summary={moves.map((one) => t(`work.taker.${LABEL[one]}`)).join(" / ")}
          open={isRefused}
        >
          <Form method="post" className="grid gap-3" noValidate>
            <input type="hidden" name="milestoneId" value={milestone.id} />
            <Textarea
              id={`decision-${milestone.sort}`}
              name="note"
              label={t("work.taker.note")}
              rows={2}
              maxLength={1000}
              required
              defaultValue={isRefused ? view.text("note") : ""}
              error={isRefused ? view.error("note") : undefined}
            />
            <div className="flex flex-wrap gap-2">
              {moves.map((one) => (
                <SubmitButton
                  key={one}
                  intent={one}
                  size="sm"
                  variant={one === "failMilestone" ? "danger" : "secondary"}
                >
                  {t(`work.taker.${LABEL[one]}`)}
                </SubmitButton>
              ))}
            </div>
          </Form>
        </Disclosure>
      )}
    </div>
  );
}
