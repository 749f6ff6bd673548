import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { QualityMeter } from "~/components/ui/quality-meter";
import { Textarea } from "~/components/ui/textarea";
import { Timeline } from "~/components/ui/timeline";
import { KIND } from "~/domain/catalogue/listing-kind-rules";
import type { ReviewAnswer, ReviewView } from "~/domain/catalogue/review-view";
import { useErrorText } from "~/i18n/use-error-text";
import type { catalogue } from "~/i18n/zh-CN/catalogue";
import { StateBadge } from "./state-badge";

type StepKey = keyof typeof catalogue.step;

import { Evidence, FieldRow, FileList } from "./review-fields";

function Decision({ view, answer }: { view: ReviewView; answer: ReviewAnswer | undefined }) {
  const { t } = useTranslation(["review", "catalogue"]);
  const text = useErrorText();
  if (!view.canDecide && !view.canTakeDown) {
    return (
      <Alert tone="info">
        {view.isOwnOrganisation
          ? t("ownOrganisation")
          : t("notWaiting", { state: t(`catalogue:state.${view.state}`) })}
      </Alert>
    );
  }
  return (
    <Card title={t(view.canDecide ? "decision" : "takeDown")}>
      <p className="mb-4 text-muted">{t(view.canDecide ? "decisionLead" : "takeDownLead")}</p>
      <Textarea
        name="note"
        label={t("note")}
        hint={t("noteHint")}
        defaultValue={answer?.note}
        error={text(answer?.noteError)}
        rows={3}
        maxLength={1000}
      />
      <div className="mt-4 flex flex-wrap gap-3">
        {view.canDecide ? (
          <>
            <SubmitButton intent="publish" icon="check">
              {t("publish")}
            </SubmitButton>
            <SubmitButton intent="return" variant="secondary">
              {t("return")}
            </SubmitButton>
          </>
        ) : (
          <SubmitButton intent="takeDown" variant="danger">
            {t("takeDown")}
          </SubmitButton>
        )}
      </div>
    </Card>
  );
}

function Duplicates({ view }: { view: ReviewView }) {
  const { t } = useTranslation(["review", "matching"]);
  const { segment } = KIND[view.kind];
  return (
    <Card title={t("duplicates")}>
      {view.duplicates.length === 0 ? (
        <p className="text-muted">{t("duplicatesNone")}</p>
      ) : (
        <ul className="space-y-2 text-sm">
          {view.duplicates.map((one) => (
            <li key={one.id}>
              {one.state === "PUBLISHED" ? (
                <Link className="link" to={`/${segment}/${one.id}`}>
                  {one.title}
                </Link>
              ) : (
                <span className="text-ink">{one.title}</span>
              )}
              <p className="text-muted">
                {one.isOwn && `${t("sameOwner")} · `}
                {one.isMuchAlike || (one.distance !== null && one.distance <= 8)
                  ? t("textAlike")
                  : t("alike", { percent: Math.round(one.titleSimilarity * 100) })}
              </p>
              {one.state !== "DRAFT" && one.state !== "ORG_CHECK" && (
                <Link
                  className="link"
                  to={`/office/reviews/compare/${view.kind}/${view.id}/${one.id}`}
                >
                  {t("matching:compare.link")}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The reviewer's page: everything in the listing with a place for a comment at each field. */
export function ReviewPage({
  view,
  answer,
}: {
  view: ReviewView;
  answer: ReviewAnswer | undefined;
}) {
  const { t } = useTranslation(["review", "catalogue"]);
  const text = useErrorText();
  const { segment } = KIND[view.kind];
  // Files have no row here; a gap in the numbers of the rows would be a row without a field.
  const steps = view.steps.filter(({ step }) => step !== "files");
  const fields = steps.flatMap((one) => one.fields.map((field) => field.field));
  return (
    <div className="space-y-5">
      <PageHeader
        eyebrow={t(`catalogue:kind.${view.kind}`)}
        title={view.title || t("catalogue:edit.untitled")}
        lead={view.canDecide ? t("pageLead") : undefined}
        meta={<StateBadge state={view.state} />}
        breadcrumbs={[
          { label: t("queueTitle"), to: "/office/reviews" },
          { label: view.title || t("catalogue:edit.untitled") },
        ]}
        actions={
          <LinkButton to={`/${segment}/${view.id}`} icon="eye">
            {t("preview")}
          </LinkButton>
        }
      />
      {answer?.error && (
        <Alert tone="danger" role="alert">
          {text(answer.error)}
        </Alert>
      )}
      {view.threatensNovelty && <Alert tone="warning">{t("noveltyWarning")}</Alert>}
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Form method="post" className="min-w-0 space-y-5">
          <input type="hidden" name="revision" value={view.revision} />
          {steps.map(({ step, fields: rows }) => (
            <Card key={step} title={t(`catalogue:step.${step as StepKey}`)}>
              {rows.map((one) => (
                <FieldRow
                  key={one.field}
                  one={one}
                  index={fields.indexOf(one.field)}
                  view={view}
                  typed={answer?.comments[one.field]}
                />
              ))}
            </Card>
          ))}
          <Decision view={view} answer={answer} />
        </Form>
        <div className="space-y-5">
          <Card>
            <DescriptionList
              hideEmpty
              items={[
                { label: t("number"), value: String(view.number) },
                { label: t("organisation"), value: view.organisationName },
                {
                  label: t("organisationState"),
                  value: t(view.isOrganisationVerified ? "verified" : "notVerified"),
                },
                { label: t("region"), value: view.region },
                { label: t("blinded"), value: t(view.isBlinded ? "yes" : "no") },
                {
                  label: t("submittedAt"),
                  value: view.submittedAt && formatDateTime(view.submittedAt, "datetime"),
                },
                { label: t("round"), value: view.round > 0 ? String(view.round) : null },
              ]}
            />
          </Card>
          <Card>
            <QualityMeter value={view.quality.score} max={100} label={t("checklist")} />
          </Card>
          <Duplicates view={view} />
          <FileList view={view} />
          <Evidence view={view} />
          <Card title={t("history")}>
            <Timeline
              label={t("history")}
              items={view.timeline.map((one) => ({
                id: one.id,
                title: t(`catalogue:move.${one.move}`),
                at: one.at,
                actor: one.actorName ?? t("catalogue:desk.system"),
                note: one.note || undefined,
              }))}
            />
          </Card>
        </div>
      </div>
    </div>
  );
}
