import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { MaterialCard } from "~/components/roadshows/call/material-card";
import { OwnerSteps } from "~/components/roadshows/call/owner-steps";
import { PresenterChangeForm } from "~/components/roadshows/call/presenter-change-form";
import { ProjectFacts } from "~/components/roadshows/call/project-facts";
import { ProjectForm } from "~/components/roadshows/call/project-form";
import { ProjectStateBadge, SideBadge } from "~/components/roadshows/call/project-state";
import { ProjectTimeline } from "~/components/roadshows/call/project-timeline";
import { useFormLabels } from "~/components/roadshows/call/use-form-labels";
import { AfterLinks } from "~/components/roadshows/follow-up/after-links";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { deadlineText } from "~/components/ui/deadline";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { listOptions } from "~/domain/catalogue/code-queries.server";
import { getOwnProject } from "~/domain/roadshows/call/own-project-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerProject } from "~/http/roadshows/project-form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["pitches", "common"]);
    const locale = findLocale(request);
    const db = getDb();
    const project = await getOwnProject(db, params.id ?? "", actor, locale);
    const fields = await listOptions(db, "fields", locale);
    const { title, number } = project.content;
    const name = title || t("pitches:number", { number });
    return {
      project,
      fields: fields.filter((one) => one.parent === null),
      name,
      title: `${name} · ${t("pitches:title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerProject(request, params.id ?? "", actor, getDb());
  });
}

const ON_PROGRAMME = [
  "CONFIRMED",
  "MATERIALS_OK",
  "PRESENTED",
  "MEETINGS",
  "INTENTION",
  "CONTRACT",
  "REGISTERED",
  "DROPPED",
];
const WITH_MATERIAL = ["SELECTED", "CONFIRMED", "MATERIALS_OK"];

/** One project for its own side: the form until it is handed in, then what happens to it. */
export default function OwnProjectPage() {
  const { t } = useTranslation("pitches");
  const { project, fields, name } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const labels = useFormLabels();
  const { content, event, checkNote, decisionNote, material } = project;
  const isWriting = content.state === "DRAFT" || content.state === "RETURNED";
  const isOnProgramme = ON_PROGRAMME.includes(content.state);
  const showsMaterial = material !== null || WITH_MATERIAL.includes(content.state);
  return (
    <>
      <PageHeader
        title={name}
        eyebrow={
          <>
            <ProjectStateBadge state={content.state} />
            <SideBadge side={content.side} confidentiality={content.confidentiality} />
          </>
        }
        breadcrumbs={[{ label: t("title"), to: "/desk/pitches" }, { label: name }]}
        meta={
          <span>
            {t("number", { number: content.number })} · {content.organisation} · {event.title}
          </span>
        }
        actions={
          <>
            <LinkButton to={`/roadshows/${event.number}`}>{t("page.seeRoadshow")}</LinkButton>
            {isOnProgramme && <AfterLinks projectId={content.id} />}
          </>
        }
      />
      <div className="space-y-5">
        <FormErrorSummary {...view.summary(labels)} />
        {isWriting && (
          <Alert tone={project.isCallOpen ? "info" : "neutral"}>
            {project.isCallOpen && event.callDueAt
              ? t("page.callDue", { time: deadlineText(event.callDueAt) })
              : t("page.callOver")}
          </Alert>
        )}
        {content.state === "RETURNED" && checkNote && (
          <Alert tone="warning" title={t("page.returned")}>
            {checkNote}
          </Alert>
        )}
        {decisionNote && (
          <Alert tone="neutral" title={t("page.decision")}>
            {decisionNote}
          </Alert>
        )}
        {!isWriting && <OwnerSteps page={project} view={view} />}
        {showsMaterial && (
          <MaterialCard
            key={material?.at}
            material={material}
            to={`/desk/pitches/${content.id}/material`}
            mayHandIn={project.mayHandInMaterial}
            dueAt={event.materialsDueAt}
            view={view}
          />
        )}
        {isWriting && project.isWritable ? (
          <>
            <ProjectForm key={content.state} page={project} fields={fields} view={view} />
            <OwnerSteps page={project} view={view} />
          </>
        ) : (
          <ProjectFacts content={content} />
        )}
        {project.mayChangePresenter && (
          <PresenterChangeForm key={content.revision} page={project} view={view} />
        )}
        <ProjectTimeline timeline={project.timeline} />
      </div>
    </>
  );
}
