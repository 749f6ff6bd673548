import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FindBrokerLink } from "~/components/brokers/find-broker-link";
import { NeedDetail } from "~/components/catalogue/need-detail";
import { IntroductionButton, MatchPanel } from "~/components/matching/match-panel";
import { SimilarListings } from "~/components/matching/similar-listings";
import { type DetailMeta, detailMeta } from "~/http/listings/detail-meta";
import { loadDetail } from "~/http/listings/public-listing.server";

export const loader = (args: LoaderFunctionArgs) => loadDetail("need", args);

export const meta = ({ data }: { data: { meta: DetailMeta } | undefined }) =>
  detailMeta(data?.meta);

export default function NeedPage() {
  const { view, matches, similar, path } = useLoaderData<typeof loader>();
  if (view.kind !== "need") return null;
  return (
    <NeedDetail
      view={view}
      contact={
        matches &&
        (matches.deskHref ? (
          <FindBrokerLink kind="need" id={view.listing.id} />
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
