import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { DocumentsCard } from "~/components/identity/documents-card";
import { useFormView } from "~/components/identity/form-view";
import { NoOrganisation } from "~/components/identity/no-organisation";
import { OrganisationFacts } from "~/components/identity/organisation-facts";
import { OrganisationSwitch } from "~/components/identity/organisation-switch";
import { VerificationCard } from "~/components/identity/verification-card";
import { VerificationHistory } from "~/components/identity/verification-history";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import {
  getActingOrganisationId,
  getOrganisationFile,
} from "~/domain/identity/organisation-queries.server";
import { noteSchema } from "~/domain/identity/organisation-schema";
import { namesOfRegions } from "~/domain/identity/region-queries.server";
import { submitOrganisation } from "~/domain/identity/submit-organisation.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireUser(request);
  const t = getFixedT(request, ["identity", "common"]);
  const title = `${t("identity:organisation.title")} · ${t("common:marketName")}`;
  const memberships = actor.memberships.map((one) => ({
    organisationId: one.organisationId,
    name: one.organisationName,
    role: one.role,
  }));
  const organisationId = actor.organisationId;
  if (organisationId === null) return { title, memberships, file: null, regionName: "" };
  return withErrors(async () => {
    const file = await getOrganisationFile(getDb(), organisationId, actor);
    const names = await namesOfRegions(getDb(), [file.regionCode], findLocale(request));
    return { title, memberships, file, regionName: names.get(file.regionCode) ?? file.regionCode };
  });
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

const moveSchema = noteSchema.extend({
  intent: z.enum(["submit", "recall", "reportChange", "requestRecheck"], "bad_form"),
});

const MESSAGES = {
  submit: "identity:flash.submitted",
  recall: "identity:flash.recalled",
  reportChange: "identity:flash.changeReported",
  requestRecheck: "identity:flash.recheckRequested",
} as const;

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  const form = parseFormData(await readForm(request), moveSchema);
  if (form.status !== "success") return refuseForm(form);
  const { intent, note } = form.value;
  return answerForm(form, async () => {
    const organisationId = getActingOrganisationId(actor);
    await submitOrganisation({ organisationId, move: intent, note }, actor, getDb());
    const target = intent === "reportChange" ? "/desk/organisation/edit" : "/desk/organisation";
    return redirectWithFlash(target, { tone: "success", message: MESSAGES[intent] });
  });
}

export default function OrganisationOverview() {
  const { file, memberships, regionName } = useLoaderData<typeof loader>();
  const { t } = useTranslation("identity");
  const view = useFormView(useActionData<typeof action>());
  if (!file) return <NoOrganisation />;
  return (
    <>
      <PageHeader
        title={file.legalName}
        eyebrow={t(`kinds.${file.kind}`)}
        actions={
          <>
            <LinkButton to={`/organisations/${file.id}`} icon="eye">
              {t("organisation.publicPage")}
            </LinkButton>
            {file.mayEdit && (
              <LinkButton to="/desk/organisation/edit" icon="edit">
                {t("organisation.edit")}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="space-y-6">
        <FormErrorSummary
          {...view.summary({
            note: t("fields.note"),
            uscc: t("fields.uscc"),
            legalRepresentative: t("fields.legalRepresentative"),
          })}
        />
        <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="space-y-6">
            <VerificationCard file={file} noteError={view.error("note")} />
            <DocumentsCard
              documents={file.documents}
              mayAdd={file.mayEdit}
              mayRemove={file.mayEdit && ["UNVERIFIED", "RETURNED"].includes(file.state)}
            />
          </div>
          <div className="space-y-6">
            <Card title={t("organisation.facts")}>
              <OrganisationFacts organisation={file} regionName={regionName} />
            </Card>
            <Card title={t("organisation.history")}>
              <VerificationHistory entries={file.timeline} />
            </Card>
            <OrganisationSwitch memberships={memberships} currentId={file.id} />
          </div>
        </div>
      </div>
    </>
  );
}
