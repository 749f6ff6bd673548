import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { OrganisationForm } from "~/components/identity/organisation-form";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { editOrganisation } from "~/domain/identity/edit-organisation.server";
import { EDITABLE_STATES } from "~/domain/identity/organisation-procedure";
import {
  getActingOrganisationId,
  getOrganisationFile,
  listNatures,
} from "~/domain/identity/organisation-queries.server";
import { organisationSchema } from "~/domain/identity/organisation-schema";
import { assertCan } from "~/domain/identity/permission-rules";
import { listRegionTree } from "~/domain/identity/region-queries.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireUser(request);
  return withErrors(async () => {
    const organisationId = getActingOrganisationId(actor);
    assertCan(actor, "organisation.edit", { organisationId });
    const db = getDb();
    const locale = findLocale(request);
    const [file, regions, natures] = await Promise.all([
      getOrganisationFile(db, organisationId, actor),
      listRegionTree(db, locale),
      listNatures(db, locale),
    ]);
    const t = getFixedT(request, ["identity", "common"]);
    const title = `${t("identity:form.editTitle")} · ${t("common:marketName")}`;
    return { file, regions, natures, title };
  });
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  const form = await parseForm(request, organisationSchema);
  if (form.status !== "success") return refuseForm(form);
  return answerForm(form, async () => {
    const organisationId = getActingOrganisationId(actor);
    await editOrganisation({ organisationId, ...form.value }, actor, getDb());
    return redirectWithFlash("/desk/organisation", {
      tone: "success",
      message: "identity:flash.saved",
    });
  });
}

export default function EditOrganisation() {
  const { file, regions, natures } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["identity", "common"]);
  const isFixed = !EDITABLE_STATES.some((state) => state === file.state);
  return (
    <>
      <PageHeader title={t("identity:form.editTitle")} />
      {isFixed && (
        <Alert tone="info" className="mb-6">
          {t("identity:form.fixed")}
        </Alert>
      )}
      <OrganisationForm
        answer={useActionData<typeof action>()}
        stored={file}
        regions={regions}
        natures={natures}
        submitLabel={t("common:save")}
      />
    </>
  );
}
