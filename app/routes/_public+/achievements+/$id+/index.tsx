import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FindBrokerLink } from "~/components/brokers/find-broker-link";
import { AchievementDetail } from "~/components/catalogue/achievement-detail";
import { LicencesOfAchievement } from "~/components/licences/licences-of-achievement";
import { IntroductionButton, MatchPanel } from "~/components/matching/match-panel";
import { SimilarListings } from "~/components/matching/similar-listings";
import { RunningLot } from "~/components/trading/running-lot";
import { findLicencesOf } from "~/domain/licences/licence-queries.server";
import { findRunningLot } from "~/domain/trading/lot-list-queries.server";
import { type DetailMeta, detailMeta } from "~/http/listings/detail-meta";
import { loadDetail } from "~/http/listings/public-listing.server";
import { getDb } from "~/platform/db.server";

export async function loader(args: LoaderFunctionArgs) {
  const detail = await loadDetail("achievement", args);
  const { id } = detail.view.listing;
  const db = getDb();
  const [licences, lot] = await Promise.all([findLicencesOf(db, id), findRunningLot(db, id)]);
  return { ...detail, licences, lot };
}

export const meta = ({ data }: { data: { meta: DetailMeta } | undefined }) =>
  detailMeta(data?.meta);

export default function AchievementPage() {
  const { view, matches, similar, path, licences, lot } = useLoaderData<typeof loader>();
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
          {lot && <RunningLot lot={lot} />}
          <LicencesOfAchievement licences={licences} />
          {matches && <MatchPanel data={matches} returnTo={path} />}
          {similar && <SimilarListings similar={similar} />}
        </>
      }
    />
  );
}
