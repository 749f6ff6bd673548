import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { ProjectFacts } from "~/components/roadshows/call/project-facts";
import { ProjectStateBadge, SideBadge } from "~/components/roadshows/call/project-state";
import { RecusalForm, SheetForm } from "~/components/roadshows/call/sheet-form";
import { useFormLabels } from "~/components/roadshows/call/use-form-labels";
import { Alert } from "~/components/ui/alert";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getSheet } from "~/domain/roadshows/call/seat-queries.server";
import { seatHref } from "~/domain/roadshows/events/roadshow-href";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerSheet } from "~/http/roadshows/sheet-form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

type Args = { params: Record<string, string | undefined> };
const idsOf = ({ params }: Args) => ({
  memberId: params.memberId ?? "",
  projectId: params.projectId ?? "",
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["pitches", "common"]);
    const sheet = await getSheet(getDb(), idsOf({ params }), actor, findLocale(request));
    return {
      sheet,
      title: `${sheet.title} · ${t("pitches:judging.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerSheet(request, idsOf({ params }), actor, getDb());
  });
}

type Kind = "SAME_ORGANISATION" | "DECLARED" | "ORDERED";

/** A reviewer's sheet of one project. */
export default function SheetPage() {
  const { t } = useTranslation("pitches");
  const { sheet } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const labels = useFormLabels();
  const { content, recusal, criteria } = sheet;
  const criterionLabels = Object.fromEntries(
    criteria.map(({ key, label }) => [`points.${key}`, label]),
  );
  return (
    <>
      <PageHeader
        title={sheet.title}
        eyebrow={
          content && (
            <>
              <ProjectStateBadge state={content.state} />
              <SideBadge side={content.side} confidentiality={content.confidentiality} />
            </>
          )
        }
        meta={content && <span>{content.organisation}</span>}
        breadcrumbs={[
          { label: t("judging.title"), to: "/desk/judging" },
          { label: sheet.event.title, to: seatHref(sheet.memberId) },
          { label: t("number", { number: sheet.number }) },
        ]}
      />
      <div className="space-y-5">
        <FormErrorSummary {...view.summary({ ...labels, ...criterionLabels })} />
        {recusal && (
          <Alert tone="warning" title={t("judging.sheet.recusedTitle")}>
            {t(`call.recusal.kinds.${recusal.kind as Kind}`)}
            {recusal.reason && ` · ${recusal.reason}`}
          </Alert>
        )}
        {content && <ProjectFacts content={content} />}
        {content && sheet.role === "REVIEWER" && <SheetForm sheet={sheet} view={view} />}
        {!recusal && <RecusalForm view={view} />}
      </div>
    </>
  );
}
