import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { MaterialLine } from "~/components/roadshows/call/material-card";
import { OrganiserSteps } from "~/components/roadshows/call/organiser-steps";
import { ProjectFacts } from "~/components/roadshows/call/project-facts";
import { ProjectStateBadge, SideBadge } from "~/components/roadshows/call/project-state";
import { ProjectTimeline } from "~/components/roadshows/call/project-timeline";
import { RecusalCard, ReviewCard } from "~/components/roadshows/call/review-cards";
import { useFormLabels } from "~/components/roadshows/call/use-form-labels";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { deadlineText } from "~/components/ui/deadline";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getCallProject } from "~/domain/roadshows/call/call-queries.server";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerCallProject } from "~/http/roadshows/call-form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

type Args = { params: Record<string, string | undefined> };
const idsOf = ({ params }: Args) => ({
  roadshowId: params.id ?? "",
  projectId: params.projectId ?? "",
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["pitches", "common"]);
    const project = await getCallProject(getDb(), idsOf({ params }), actor, findLocale(request));
    const { title } = project.content;
    return {
      project,
      title: `${title} · ${t("pitches:call.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerCallProject(request, idsOf({ params }), actor, getDb());
  });
}

/** One project for organiser and office: form check, sheets, decision, slides. */
export default function CallProjectPage() {
  const { t } = useTranslation("pitches");
  const { project } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const labels = useFormLabels();
  const { content, event, decisionNote, checkNote, confirmDueAt, material } = project;
  const base = organiserHref(event.id, "call");
  return (
    <div className="space-y-5">
      <div className="space-y-1.5">
        <Link className="link text-sm" to={base}>
          {t("call.title")}
        </Link>
        <h2 className="text-xl">
          {content.number}. {content.title}
        </h2>
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
          <ProjectStateBadge state={content.state} />
          <SideBadge side={content.side} confidentiality={content.confidentiality} />
          {content.organisation}
        </p>
      </div>
      <FormErrorSummary {...view.summary(labels)} />
      {content.state === "SELECTED" && confirmDueAt && (
        <Alert tone="info">{`${t("call.column.confirm")}: ${deadlineText(confirmDueAt)}`}</Alert>
      )}
      {(decisionNote || checkNote) && (
        <Alert tone="neutral" title={t("page.decision")}>
          {decisionNote || checkNote}
        </Alert>
      )}
      <OrganiserSteps page={project} view={view} />
      {material && (
        <Card title={t("material.title")}>
          <MaterialLine material={material} to={`/desk/pitches/${content.id}/material`} />
        </Card>
      )}
      <ReviewCard page={project} />
      <RecusalCard page={project} view={view} />
      <ProjectFacts content={content} />
      <ProjectTimeline timeline={project.timeline} />
    </div>
  );
}
