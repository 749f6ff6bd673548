import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { Disclosure } from "~/components/ui/disclosure";
import { formatBytes } from "~/components/ui/file-size";
import { QualityMeter } from "~/components/ui/quality-meter";
import { Textarea } from "~/components/ui/textarea";
import { Timeline } from "~/components/ui/timeline";
import { KIND } from "~/domain/catalogue/listing-kind-rules";
import type { ReviewAnswer, ReviewField, ReviewView } from "~/domain/catalogue/review-view";
import { useErrorText } from "~/i18n/use-error-text";
import type { catalogue } from "~/i18n/zh-CN/catalogue";
import { StateBadge } from "./state-badge";

type FieldKey = keyof typeof catalogue.field;
type StepKey = keyof typeof catalogue.step;
type VisibilityKey = keyof typeof catalogue.visibility;

function FieldRow({
  one,
  index,
  view,
  typed,
}: {
  one: ReviewField;
  index: number;
  view: ReviewView;
  typed: string | undefined;
}) {
  const { t } = useTranslation(["review", "catalogue"]);
  const label = t(`catalogue:field.${one.field as FieldKey}`);
  return (
    <div className="grid gap-3 border-b border-line/70 py-2.5 last:border-b-0 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0">
        <h3 className="text-sm font-medium text-muted">{label}</h3>
        <div className="prose-text mt-1 whitespace-pre-line text-ink">
          {one.text || <span className="text-muted">{t("empty")}</span>}
        </div>
        {one.visibility && one.visibility !== "PUBLIC" && (
          <p className="mt-1 text-sm text-warning-700">
            {t("visibility", {
              level: t(`catalogue:visibility.${one.visibility as VisibilityKey}`),
            })}
          </p>
        )}
      </div>
      <div className="min-w-0 space-y-2">
        {one.earlier.map((comment) => (
          <p key={comment.id} className="rounded-md bg-canvas px-3 py-2 text-sm">
            <span className="text-muted">{t("roundNumber", { round: comment.round })}：</span>
            {comment.message}
          </p>
        ))}
        {view.canDecide && (
          <>
            <input type="hidden" name={`comments[${index}].field`} value={one.field} />
            <Disclosure summary={t("commentAdd")} open={Boolean(typed)}>
              <Textarea
                name={`comments[${index}].message`}
                label={t("comment", { field: label })}
                labelHidden
                defaultValue={typed}
                rows={3}
                maxLength={500}
              />
            </Disclosure>
          </>
        )}
      </div>
    </div>
  );
}

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
  const { t } = useTranslation("review");
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
                {one.distance !== null && one.distance <= 8
                  ? t("textAlike")
                  : t("alike", { percent: Math.round(one.titleSimilarity * 100) })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Evidence({ view }: { view: ReviewView }) {
  const { t } = useTranslation("review");
  if (view.kind !== "achievement") return null;
  return (
    <Card title={t("readiness")}>
      {view.evidence.length === 0 ? (
        <p className="text-muted">{t("readinessNone")}</p>
      ) : (
        <Form method="post" className="space-y-3">
          <p className="text-sm text-muted">{t("readinessLead")}</p>
          {view.evidence.map((one) => (
            <Checkbox
              key={one.level}
              name="levels"
              id={`field-level-${one.level}`}
              value={String(one.level)}
              label={t("readinessLevel", { level: one.level, evidence: one.evidence })}
              defaultChecked={one.isVerified}
            />
          ))}
          {!view.isOwnOrganisation && (
            <SubmitButton intent="verifyReadiness" variant="secondary" size="sm">
              {t("readinessSave")}
            </SubmitButton>
          )}
        </Form>
      )}
    </Card>
  );
}

function FileList({ view }: { view: ReviewView }) {
  const { t } = useTranslation(["review", "catalogue"]);
  return (
    <Card title={t("files")}>
      {view.files.length === 0 ? (
        <p className="text-muted">{t("noFiles")}</p>
      ) : (
        <ul className="space-y-2 text-sm">
          {view.files.map((file) => (
            <li key={file.id}>
              <a className="link break-all" href={`/files/${file.fileId}`}>
                {file.caption || file.name}
              </a>
              <p className="text-muted">
                {formatBytes(file.sizeBytes)} ·{" "}
                {t(`catalogue:visibility.${file.visibility as VisibilityKey}`)}
              </p>
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
