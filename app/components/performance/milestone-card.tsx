import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { Button, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { Disclosure } from "~/components/ui/disclosure";
import { FileInput } from "~/components/ui/file-input";
import { Textarea } from "~/components/ui/textarea";
import type { ClosedReason, MilestoneView } from "~/domain/performance/performance-view";
import { acceptOf, MAX_DOCUMENT_BYTES, WORK_TYPES } from "~/domain/shared/file-type-rules";
import { MilestoneStateBadge } from "./performance-state";

type MilestoneCardProps = {
  milestone: MilestoneView;
  /** Address under which the report's file is found. */
  fileHref: string;
  view: ReturnType<typeof useFormView>;
};

/** One milestone with its report and the steps of the reader; a closed step says why. */
export function MilestoneCard({ milestone, fileHref, view }: MilestoneCardProps) {
  const { t } = useTranslation("performance");
  const { state, dueOn, steps } = milestone;
  // A refused form comes back to the card that it was sent from.
  const isRefused = view.value("milestoneId") === milestone.id;
  const mine = (name: string) => (isRefused ? view.value(name) : "");
  const error = (name: string) => (isRefused ? view.error(name) : undefined);
  const step = (move: string) => steps.find((one) => one.move === move);
  const submit = step("submit");
  const accept = step("accept");
  const reject = step("reject");
  const takeBack = step("takeBack");
  const hidden = <input type="hidden" name="milestoneId" value={milestone.id} />;
  const why = (closed: ClosedReason) => t(`closed.${closed}`);
  return (
    <Card
      title={milestone.title || t("milestones.untitled")}
      headingLevel={3}
      actions={<MilestoneStateBadge state={state} />}
    >
      <div className="grid gap-3">
        <p className="text-sm text-muted">
          {t("milestones.due")} <span className="tabular">{dueOn ?? t("none")}</span>
          {milestone.isOverdue && (
            <span className="ml-2 text-danger-700">{t("milestones.overdue")}</span>
          )}
        </p>
        {milestone.acceptance && (
          <p className="prose-text whitespace-pre-wrap text-sm">
            <span className="text-muted">{t("milestones.standard")}: </span>
            {milestone.acceptance}
          </p>
        )}
        {milestone.rejectionNote && state === "PLANNED" && (
          <p className="rounded-md bg-warning-50 px-3 py-2 text-sm">
            {t("milestones.rejection")}: {milestone.rejectionNote}
          </p>
        )}
        {milestone.report && (state === "SUBMITTED" || state === "ACCEPTED") && (
          <div className="grid gap-1 rounded-md bg-sunken px-3 py-2">
            <p className="prose-text whitespace-pre-wrap">{milestone.report}</p>
            {milestone.fileName && (
              <a className="link text-sm" href={fileHref}>
                {t("milestones.download", { name: milestone.fileName })}
              </a>
            )}
            {milestone.submittedAt && (
              <p className="text-sm text-muted">
                {t("milestones.submittedBy", {
                  name: milestone.submittedBy ?? "",
                  at: formatDateTime(milestone.submittedAt, "datetime"),
                })}
              </p>
            )}
            {milestone.acceptedAt && (
              <p className="text-sm text-muted">
                {t("milestones.acceptedBy", {
                  name: milestone.acceptedBy ?? "",
                  at: formatDateTime(milestone.acceptedAt, "datetime"),
                })}
              </p>
            )}
          </div>
        )}
        {submit &&
          (submit.closed ? (
            <Button variant="secondary" disabledReason={why(submit.closed)}>
              {t("milestones.moves.submit")}
            </Button>
          ) : (
            <Disclosure
              summary={t("milestones.moves.submit")}
              open={isRefused && view.value("intent") === "submit"}
            >
              <Form method="post" encType="multipart/form-data" className="grid gap-4">
                {hidden}
                <Textarea
                  id={`report-${milestone.id}`}
                  name="report"
                  label={t("milestones.report")}
                  hint={t("milestones.reportHint")}
                  rows={5}
                  maxLength={4000}
                  required
                  defaultValue={mine("report") || milestone.report}
                  error={error("report")}
                />
                <FileInput
                  id={`file-${milestone.id}`}
                  name="file"
                  label={t("milestones.file")}
                  hint={t("milestones.fileHint")}
                  accept={acceptOf(WORK_TYPES)}
                  maxBytes={MAX_DOCUMENT_BYTES}
                  error={error("file")}
                />
                <div>
                  <SubmitButton intent="submit">{t("milestones.moves.submit")}</SubmitButton>
                </div>
              </Form>
            </Disclosure>
          ))}
        {takeBack && (
          <Form method="post">
            {hidden}
            <SubmitButton intent="takeBack" variant="secondary" size="sm">
              {t("milestones.moves.takeBack")}
            </SubmitButton>
          </Form>
        )}
        {accept &&
          (accept.closed ? (
            <Button variant="secondary" disabledReason={why(accept.closed)}>
              {t("milestones.moves.accept")}
            </Button>
          ) : (
            <Form method="post">
              {hidden}
              <input type="hidden" name="submittedAt" value={milestone.submittedAt ?? ""} />
              <SubmitButton intent="accept" icon="check">
                {t("milestones.moves.accept")}
              </SubmitButton>
            </Form>
          ))}
        {reject && !reject.closed && (
          <Disclosure
            summary={t("milestones.moves.reject")}
            open={isRefused && view.value("intent") === "reject"}
          >
            <Form method="post" className="grid gap-4">
              {hidden}
              <Textarea
                id={`note-${milestone.id}`}
                name="note"
                label={t("milestones.rejectNote")}
                hint={t("milestones.rejectHint")}
                rows={3}
                maxLength={1000}
                required
                defaultValue={mine("note")}
                error={error("note")}
              />
              <div>
                <SubmitButton intent="reject" variant="danger">
                  {t("milestones.moves.reject")}
                </SubmitButton>
              </div>
            </Form>
          </Disclosure>
        )}
        {steps.length === 0 && state === "PLANNED" && (
          <p className="text-sm text-muted">{t("milestones.waitSupply")}</p>
        )}
        {!accept && state === "SUBMITTED" && (
          <p className="text-sm text-muted">{t("milestones.waitDemand")}</p>
        )}
      </div>
    </Card>
  );
}
