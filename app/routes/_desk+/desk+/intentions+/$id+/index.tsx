import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { IntentionStateBadge } from "~/components/challenges/challenge-state";
import { IntentionContentView } from "~/components/challenges/intention-content";
import { IntentionForm } from "~/components/challenges/intention-form";
import { ScreeningForms } from "~/components/challenges/screening-forms";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { deadlineText } from "~/components/ui/deadline";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { REFUSED_AS_RELATED } from "~/domain/challenges/challenge-intention-procedure";
import { getIntention } from "~/domain/challenges/intention-queries.server";
import { answerIntention } from "~/http/challenges/intention-form.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["challenges", "common"]);
    const intention = await getIntention(getDb(), params.id ?? "", actor);
    return {
      intention,
      title: `${intention.title} · ${t("challenges:work.intention.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerIntention(request, params.id ?? "", actor, getDb());
  });
}

const LABELLED = [
  ...(["team", "research", "route", "basis", "plan", "answers", "budget", "stages"] as const),
  "members",
] as const;
const PEOPLE = ["contactName", "contactPhone", "contactEmail"] as const;

/** One intention: the taker's form until the deadline, then the page that poster and office read. */
export default function IntentionDeskPage() {
  const { t } = useTranslation("challenges");
  const { intention } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const { role, state, isOpen, mayWrite, screeningNote } = intention;
  const isForm = mayWrite && (state === "DRAFT" || state === "SUBMITTED");
  const reason = screeningNote === REFUSED_AS_RELATED ? t("work.screening.RELATED") : screeningNote;
  return (
    <>
      <PageHeader
        title={intention.title}
        eyebrow={
          <>
            <IntentionStateBadge state={state} />
            <span className="text-sm text-muted">
              {t("work.intention.number", { number: intention.number })} · {intention.organisation}
            </span>
          </>
        }
        lead={role === "taker" ? t("work.intention.lead") : undefined}
        breadcrumbs={
          role === "taker"
            ? [{ label: t("nav.intentions"), to: "/desk/intentions" }, { label: intention.title }]
            : undefined
        }
        actions={
          <>
            <LinkButton to={`/challenges/${intention.challengeNumber}`}>
              {t("work.case.publicPage")}
            </LinkButton>
            {intention.takerId && (
              <LinkButton to={`/desk/challenges/takers/${intention.takerId}`} variant="primary">
                {t("work.intention.task")}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="space-y-5">
        <FormErrorSummary
          {...view.summary({
            ...Object.fromEntries(LABELLED.map((name) => [name, t(`work.intention.${name}`)])),
            ...Object.fromEntries(
              PEOPLE.map((name) => [
                name,
                `${t("work.intention.contact")} · ${t(`work.intention.${name}`)}`,
              ]),
            ),
            chiefName: t("work.intention.chief"),
            control: t("work.intention.relation"),
            commonControl: t("work.intention.relation"),
            influence: t("work.intention.relation"),
            note: t("work.screening.note"),
            scoutCode: t("work.intention.scout"),
          })}
        />
        {role === "taker" && (
          <Alert tone={isOpen ? "info" : "neutral"}>
            {isOpen && intention.intentionsDueAt
              ? t("work.intention.due", {
                  time: deadlineText(intention.intentionsDueAt),
                })
              : t("work.intention.closed")}
          </Alert>
        )}
        {isForm && !intention.hasAgreement && (
          <Alert
            tone="warning"
            actions={
              <LinkButton to={`/challenges/${intention.challengeNumber}#confidential`} size="sm">
                {t("gate.text")}
              </LinkButton>
            }
          >
            {t("work.intention.agreementFirst")}
          </Alert>
        )}
        {intention.receipt && intention.submittedAt && role === "taker" && (
          <Alert tone="success" title={t("work.intention.receipt")}>
            {t("work.intention.receiptText", {
              time: formatDateTime(intention.submittedAt, "datetime"),
            })}
            <span className="block text-xs break-all">{intention.receipt}</span>
          </Alert>
        )}
        {reason && (
          <Alert tone="danger" title={t("work.intention.conclusion")}>
            {reason}
          </Alert>
        )}
        {role !== "taker" && (
          <Alert tone={intention.isRelated ? "danger" : "neutral"}>
            {intention.isRelated ? t("work.screening.related") : t("work.screening.unrelated")}
            {intention.relatedNote && ` · ${intention.relatedNote}`}
          </Alert>
        )}
        <ScreeningForms intention={intention} view={view} />
        {isForm ? (
          <>
            {state === "SUBMITTED" && (
              <p className="text-muted">{t("work.intention.replaceLead")}</p>
            )}
            <IntentionForm key={intention.state} intention={intention} view={view} />
          </>
        ) : (
          <Card title={t("work.intention.title")}>
            <IntentionContentView content={intention.content} targets={intention.targets} />
          </Card>
        )}
        {mayWrite && (
          <div className="flex flex-wrap gap-2">
            {(state === "DRAFT" || state === "SUBMITTED") && (
              <Form method="post">
                <SubmitButton intent="withdraw" variant="danger">
                  {t("work.intention.withdraw")}
                </SubmitButton>
              </Form>
            )}
            {state === "WITHDRAWN" && (
              <Form method="post">
                <SubmitButton intent="resume">{t("work.intention.resume")}</SubmitButton>
              </Form>
            )}
          </div>
        )}
      </div>
    </>
  );
}
