import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AchievementDetail } from "~/components/catalogue/achievement-detail";
import { IntroductionButton, MatchPanel } from "~/components/matching/match-panel";
import { detailMeta, loadDetail } from "~/http/listings/public-listing.server";

export const loader = (args: LoaderFunctionArgs) => loadDetail("achievement", args);

type Loaded = Awaited<ReturnType<typeof loader>>;

export const meta = ({ data }: { data: Loaded | undefined }) => detailMeta(data?.meta);

export default function AchievementPage() {
  const { view, matches, path } = useLoaderData<typeof loader>();
  if (view.kind !== "achievement") return null;
  return (
    <AchievementDetail
      view={view}
      contact={matches && <IntroductionButton data={matches} />}
      after={matches && <MatchPanel data={matches} returnTo={path} />}
    />
  );
}
