import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { ConsentCard } from "~/components/roadshows/follow-up/consent-card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { pitchHref } from "~/domain/roadshows/events/roadshow-href";
import { answerConsent } from "~/domain/roadshows/follow-up/answer-consent.server";
import { getConsents } from "~/domain/roadshows/follow-up/consent-queries.server";
import { CONSENT_KINDS } from "~/domain/roadshows/follow-up/consent-schema";
import { getPresentedProject } from "~/domain/roadshows/follow-up/own-project-access.server";
import { withErrors } from "~/http/error-response.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { afterFormRunner, backAfter } from "~/http/roadshows/run-after-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["leads", "common"]);
    const found = await getConsents(params.id ?? "", actor, getDb());
    return { ...found, title: `${t("leads:consent.title")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const answerSchema = z.object({
  intent: z.enum(["give", "revoke"], "not_a_choice"),
  kind: z.enum(CONSENT_KINDS, "not_a_choice"),
  textHash: z.string().max(64).default(""),
});

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const projectId = params.id ?? "";
    await getPresentedProject(getDb(), projectId, actor);
    const run = afterFormRunner(await readForm(request));
    return run(answerSchema, async ({ intent, kind, textHash }) => {
      const isGiven = intent === "give";
      await answerConsent({ projectId, kind, isGiven, textHash }, actor, getDb());
      return backAfter(`${pitchHref(projectId)}/recording`, "consented");
    });
  });
}

/** The presenter's consents to recording and replay. */
export default function RecordingPage() {
  const { project, consents, mayAnswer } = useLoaderData<typeof loader>();
  const { t } = useTranslation("leads");
  const view = useFormView(useActionData<typeof action>());
  const isConfidential = project.confidentiality !== "PUBLIC";
  return (
    <>
      <PageHeader
        title={t("consent.title")}
        lead={t("consent.lead")}
        breadcrumbs={[
          { label: project.title, to: pitchHref(project.id) },
          { label: t("consent.title") },
        ]}
      />
      <div className="space-y-6">
        <FormErrorSummary {...view.summary({})} />
        {!mayAnswer && <p>{t("consent.notPresenter")}</p>}
        {consents.map((consent) => (
          <ConsentCard
            key={consent.kind}
            consent={consent}
            mayAnswer={mayAnswer}
            isConfidential={isConfidential}
          />
        ))}
      </div>
    </>
  );
}
