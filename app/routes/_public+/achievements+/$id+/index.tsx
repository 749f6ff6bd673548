import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FindBrokerLink } from "~/components/brokers/find-broker-link";
import { AchievementDetail } from "~/components/catalogue/achievement-detail";
import { IntroductionButton, MatchPanel } from "~/components/matching/match-panel";
import { SimilarListings } from "~/components/matching/similar-listings";
import { type DetailMeta, detailMeta } from "~/http/listings/detail-meta";
import { loadDetail } from "~/http/listings/public-listing.server";

export const loader = (args: LoaderFunctionArgs) => loadDetail("achievement", args);

export const meta = ({ data }: { data: { meta: DetailMeta } | undefined }) =>
  detailMeta(data?.meta);

export default function AchievementPage() {
  const { view, matches, similar, path } = useLoaderData<typeof loader>();
  if (view.kind !== "achievement") return null;
  return (
    <AchievementDetail
      view={view}
      contact={
        matches &&
        (matches.deskHref ? (
          <FindBrokerLink kind="achievement" id={view.listing.id} />
        ) : (
          <IntroductionButton data={matches} />
        ))
      }
      after={
        <>
          {matches && <MatchPanel data={matches} returnTo={path} />}
          {similar && <SimilarListings similar={similar} />}
        </>
      }
    />
  );
}
