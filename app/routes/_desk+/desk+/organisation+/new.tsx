import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { OrganisationForm } from "~/components/identity/organisation-form";
import { PageHeader } from "~/components/layout/page-header";
import { createOrganisation } from "~/domain/identity/create-organisation.server";
import { listNatures } from "~/domain/identity/organisation-queries.server";
import { organisationSchema } from "~/domain/identity/organisation-schema";
import { listRegionTree } from "~/domain/identity/region-queries.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  const locale = findLocale(request);
  const t = getFixedT(request, ["identity", "common"]);
  const [regions, natures] = await Promise.all([
    listRegionTree(getDb(), locale),
    listNatures(getDb(), locale),
  ]);
  return { regions, natures, title: `${t("identity:form.newTitle")} · ${t("common:marketName")}` };
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  const form = await parseForm(request, organisationSchema);
  if (form.status !== "success") return refuseForm(form);
  return answerForm(form, async () => {
    await createOrganisation(form.value, actor, getDb());
    return redirectWithFlash("/desk/organisation", {
      tone: "success",
      message: "identity:flash.created",
    });
  });
}

export default function NewOrganisation() {
  const { regions, natures } = useLoaderData<typeof loader>();
  const { t } = useTranslation("identity");
  return (
    <>
      <PageHeader title={t("form.newTitle")} lead={t("form.newLead")} />
      <OrganisationForm
        answer={useActionData<typeof action>()}
        regions={regions}
        natures={natures}
        submitLabel={t("form.create")}
      />
    </>
  );
}
