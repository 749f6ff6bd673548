import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Tabs } from "~/components/ui/tabs";
import { can } from "~/domain/identity/permission-rules";
import { requireUser } from "~/http/guards.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireUser(request);
  const organisationId = actor.organisationId;
  return {
    hasOrganisation: organisationId !== null,
    mayEdit: can(actor, "organisation.edit", { organisationId }),
  };
}

export default function OrganisationLayout() {
  const { hasOrganisation, mayEdit } = useLoaderData<typeof loader>();
  const { t } = useTranslation("identity");
  const { pathname } = useLocation();
  const root = "/desk/organisation";
  const items = [
    { to: root, label: t("organisation.tabs.overview") },
    { to: `${root}/members`, label: t("organisation.tabs.members") },
    ...(mayEdit ? [{ to: `${root}/edit`, label: t("organisation.tabs.edit") }] : []),
  ].map((item) => ({ ...item, current: pathname === item.to }));
  return (
    <>
      {hasOrganisation && pathname !== `${root}/new` && (
        <div className="mb-6">
          <Tabs label={t("organisation.title")} items={items} />
        </div>
      )}
      <Outlet />
    </>
  );
}
