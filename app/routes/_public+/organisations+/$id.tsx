import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { OrganisationListings } from "~/components/identity/organisation-listings";
import { PublicFacts } from "~/components/identity/public-facts";
import { VerifiedNote } from "~/components/identity/verified-note";
import { PageHeader } from "~/components/layout/page-header";
import { RatingSummaryCard } from "~/components/performance/rating-summary";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { getPublicOrganisation } from "~/domain/identity/public-organisation-queries.server";
import { namesOfRegions } from "~/domain/identity/region-queries.server";
import { getRatingSummary } from "~/domain/performance/rating-queries.server";
import { withErrors } from "~/http/error-response.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const db = getDb();
    const organisation = await getPublicOrganisation(db, params.id ?? "");
    const names = await namesOfRegions(db, [organisation.regionCode], findLocale(request));
    const t = getFixedT(request, ["identity", "common"]);
    return {
      organisation,
      regionName: names.get(organisation.regionCode) ?? "",
      ratings: await getRatingSummary(db, "ORGANISATION", organisation.id),
      title: `${organisation.legalName} · ${t("common:marketName")}`,
      description: [...organisation.intro.replace(/\s+/g, " ")].slice(0, 150).join(""),
    };
  });
}

export const meta = ({ data }: { data: { title: string; description: string } | undefined }) => [
  { title: data?.title },
  ...(data?.description ? [{ name: "description", content: data.description }] : []),
];

export default function OrganisationPage() {
  const { organisation, regionName, ratings } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["identity", "ui"]);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("ui:nav.organisations"), to: "/organisations" },
          { label: organisation.legalName },
        ]}
        eyebrow={
          <>
            <Badge tone="neutral">{t(`identity:kinds.${organisation.kind}`)}</Badge>
            {organisation.isVerified ? (
              <Badge tone="success" icon="shield">
                {t("identity:public.verified")}
              </Badge>
            ) : (
              <Badge tone="warning">{t("identity:public.unverified")}</Badge>
            )}
          </>
        }
        title={organisation.legalName}
        lead={organisation.englishName}
        meta={<span>{regionName}</span>}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="space-y-6">
          {organisation.intro && (
            <Card title={t("identity:public.about")}>
              <p className="prose-text">{organisation.intro}</p>
            </Card>
          )}
          <OrganisationListings
            title={t("identity:public.achievements")}
            empty={t("identity:public.noAchievements")}
            base="/achievements"
            count={organisation.achievementCount}
            allTo={`/achievements?owner=${organisation.id}`}
            allLabel={t("identity:public.allAchievements")}
            listings={organisation.achievements.map((one) => ({
              id: one.id,
              title: one.title,
              summary: one.summary,
              publishedAt: one.publishedAt,
              badge: one.trlDeclared
                ? t("identity:public.trl", { level: one.trlDeclared })
                : undefined,
            }))}
          />
          <OrganisationListings
            title={t("identity:public.needs")}
            empty={t("identity:public.noNeeds")}
            base="/needs"
            count={organisation.needCount}
            allTo={`/needs?owner=${organisation.id}`}
            allLabel={t("identity:public.allNeeds")}
            listings={organisation.needs}
          />
          {ratings.votes > 0 && <RatingSummaryCard summary={ratings} />}
          <p className="text-sm text-muted">{t("identity:public.blindedNote")}</p>
        </div>
        <div className="space-y-6">
          <VerifiedNote organisation={organisation} />
          <Card title={t("identity:public.facts")}>
            <PublicFacts organisation={organisation} regionName={regionName} />
          </Card>
        </div>
      </div>
    </>
  );
}
