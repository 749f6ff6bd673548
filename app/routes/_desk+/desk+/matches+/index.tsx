import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { DeclineStatistics } from "~/components/matching/decline-statistics";
import { MatchList } from "~/components/matching/match-list";
import { Button, LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Select } from "~/components/ui/select";
import { isListingKind } from "~/domain/catalogue/listing-kind-rules";
import { listingHref, matchesHref } from "~/domain/matching/match-href";
import { getOwnerMatches } from "~/domain/matching/match-panel-queries.server";
import { listOwnListings } from "~/domain/matching/own-listing-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const t = getFixedT(request, ["matching", "common"]);
    const own = actor.organisationId ? await listOwnListings(db, actor.organisationId) : [];
    const params = new URL(request.url).searchParams;
    // The choice posts "kind:id" in one field; links name both apart.
    const [pickedKind, pickedId] = (params.get("listing") ?? "").split(":");
    const kind = pickedId ? pickedKind : params.get("kind");
    const id = pickedId ?? params.get("id");
    const chosen = isListingKind(kind) && id ? { kind, id } : own[0];
    const matches = chosen ? await getOwnerMatches(chosen.kind, chosen.id, actor, db) : null;
    return {
      title: `${t("matchesTitle")} · ${t("common:marketName")}`,
      hasOrganisation: actor.organisationId !== null,
      own,
      matches,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MatchesPage() {
  const { t } = useTranslation("matching");
  const { hasOrganisation, own, matches } = useLoaderData<typeof loader>();
  const header = <PageHeader title={t("matchesTitle")} lead={t("matchesLead")} />;
  if (!matches) {
    return (
      <>
        {header}
        {hasOrganisation ? (
          <EmptyState
            icon="handshake"
            title={t("noListingsTitle")}
            actions={
              <>
                <LinkButton to="/desk/achievements" variant="primary">
                  {t("publishAchievement")}
                </LinkButton>
                <LinkButton to="/desk/needs">{t("publishNeed")}</LinkButton>
              </>
            }
          >
            {t("noListingsText")}
          </EmptyState>
        ) : (
          <EmptyState
            icon="building"
            title={t("noOrganisationTitle")}
            actions={
              <LinkButton to="/desk/organisation" variant="primary">
                {t("toOrganisation")}
              </LinkButton>
            }
          >
            {t("noOrganisationText")}
          </EmptyState>
        )}
      </>
    );
  }
  const { list, statistics } = matches;
  const { subject } = list;
  const chosen = `${subject.kind}:${subject.id}`;
  const options = own.map((one) => ({ value: `${one.kind}:${one.id}`, label: one.title }));
  // Older than what the choice offers, or not published now.
  if (!options.some((option) => option.value === chosen)) {
    options.unshift({ value: chosen, label: subject.title });
  }
  const group = (kind: string) => options.filter((option) => option.value.startsWith(`${kind}:`));
  return (
    <>
      {header}
      <div className="grid gap-5">
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <Select
            key={chosen}
            name="listing"
            label={t("chooseListing")}
            className="min-w-0 flex-1"
            options={[
              { label: t("need"), options: group("need") },
              { label: t("achievement"), options: group("achievement") },
            ].filter((one) => one.options.length > 0)}
            defaultValue={chosen}
          />
          <Button type="submit">{t("findMatches")}</Button>
        </Form>
        <div>
          <h2 className="text-xl">
            {subject.kind === "need" ? t("matchesForNeed") : t("matchesForAchievement")}
          </h2>
          <p className="text-muted">
            <Link className="link" to={listingHref(subject.kind, subject.id)}>
              {subject.title}
            </Link>
          </p>
        </div>
        <DeclineStatistics statistics={statistics} />
        <MatchList list={list} returnTo={matchesHref(subject.kind, subject.id)} headingLevel={3} />
      </div>
    </>
  );
}
