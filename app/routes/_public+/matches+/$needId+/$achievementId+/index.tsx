import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PairPage } from "~/components/matching/pair-page";
import { getPair } from "~/domain/matching/pair-queries.server";
import { withErrors } from "~/http/error-response.server";
import { findActor } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const { needId = "", achievementId = "" } = params;
    const actor = await findActor(request);
    const view = await getPair(needId, achievementId, actor, getDb());
    const t = getFixedT(request, ["matching", "common"]);
    return { view, title: `${t("matching:pair.title")} · ${t("common:marketName")}` };
  });
}

// Every pair has a page; a search engine should find the listings instead.
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function Pair() {
  const { view } = useLoaderData<typeof loader>();
  return <PairPage view={view} />;
}
