import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OrganisationSearchPage } from "~/components/discovery/organisation-search-page";
import { getOrganisationPage } from "~/domain/discovery/organisation-page.server";
import { withErrors } from "~/http/error-response.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";

// The page has the large search field; the header does without its own.
export const handle = { frame: "full" };

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["search", "common"]);
    const { searchParams } = new URL(request.url);
    const page = await getOrganisationPage(searchParams, findLocale(request), getDb());
    return {
      page,
      meta: {
        title: `${t("organisations.title")} · ${t("common:marketName")}`,
        description: t("organisations.description"),
        canonical: `${appUrl()}/organisations`,
        isNarrowed: searchParams.size > 0,
      },
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.meta.title },
  { name: "description", content: data?.meta.description },
  { property: "og:title", content: data?.meta.title },
  { tagName: "link", rel: "canonical", href: data?.meta.canonical },
  ...(data?.meta.isNarrowed ? [{ name: "robots", content: "noindex, follow" }] : []),
];

export default function OrganisationsPage() {
  const { page } = useLoaderData<typeof loader>();
  return <OrganisationSearchPage page={page} />;
}
