import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BrokerSearchPage } from "~/components/brokers/broker-search-page";
import { getBrokerPage } from "~/domain/discovery/broker-page.server";
import { withErrors } from "~/http/error-response.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";

// The page has the large search field; the header does without its own.
export const handle = { frame: "full" };

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["brokers", "common"]);
    const { searchParams } = new URL(request.url);
    const page = await getBrokerPage(searchParams, findLocale(request), getDb());
    return {
      page,
      meta: {
        title: `${t("search.title")} · ${t("common:marketName")}`,
        description: t("search.description"),
        canonical: `${appUrl()}/brokers`,
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

export default function BrokersPage() {
  const { page } = useLoaderData<typeof loader>();
  return <BrokerSearchPage page={page} />;
}
