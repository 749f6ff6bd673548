import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ListingSearchPage } from "~/components/discovery/listing-search-page";
import { getListingPage } from "~/domain/discovery/listing-page.server";
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
    const page = await getListingPage("need", searchParams, findLocale(request), getDb());
    const heading = page.search.q === "" ? t("needs.title") : t("resultsFor", { q: page.search.q });
    return {
      page,
      meta: {
        title: `${heading} · ${t("common:marketName")}`,
        description: t("needs.description"),
        canonical: `${appUrl()}/needs`,
        // Filtered lists are endless; a crawler is sent to the listings themselves.
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

export default function NeedsPage() {
  const { page } = useLoaderData<typeof loader>();
  return <ListingSearchPage page={page} />;
}
