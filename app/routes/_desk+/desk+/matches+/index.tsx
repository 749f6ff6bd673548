import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { DeclineStatistics } from "~/components/matching/decline-statistics";
import { ForYouList } from "~/components/matching/for-you-list";
import { MatchList } from "~/components/matching/match-list";
import { Button, LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Select } from "~/components/ui/select";
import { Tabs } from "~/components/ui/tabs";
import { isListingKind } from "~/domain/catalogue/listing-kind-rules";
import { getForYou } from "~/domain/matching/for-you-queries.server";
import { listingHref, matchesHref } from "~/domain/matching/match-href";
import { getOwnerMatches } from "~/domain/matching/match-panel-queries.server";
import { listOwnListings } from "~/domain/matching/own-listing-queries.server";
import { withErrors } from "~/http/error-response.server";
import { isFetchAhead } from "~/http/fetch-ahead";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** Pairs on one page of what waits for an answer. */
const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const t = getFixedT(request, ["matching", "common"]);
    const own = actor.organisationId ? await listOwnListings(db, actor.organisationId) : [];
    const params = new URL(request.url).searchParams;
    const isSeen = !isFetchAhead(request);
    const after = params.get("after");
    const isForYou = !["listing", "kind", "id", "view"].some((name) => params.has(name));
    // The choice posts "kind:id" in one field; links name both apart.
    const [pickedKind, pickedId] = (params.get("listing") ?? "").split(":");
    const kind = pickedId ? pickedKind : params.get("kind");
    const id = pickedId ?? params.get("id");
    const chosen = isListingKind(kind) && id ? { kind, id } : own[0];
    const forYou =
      isForYou && own.length > 0
        ? await getForYou(actor, db, { after, take: PAGE_SIZE, isSeen })
        : null;
    const matches =
      chosen && !forYou ? await getOwnerMatches(chosen.kind, chosen.id, actor, db, isSeen) : null;
    return {
      title: `${t("matchesTitle")} · ${t("common:marketName")}`,
      hasOrganisation: actor.organisationId !== null,
      own,
      forYou,
      here: `/desk/matches${after ? `?after=${encodeURIComponent(after)}` : ""}`,
      matches,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** An answer within the list leaves the list as it is, so that it can be taken back. */
export function shouldRevalidate({
  formData,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  return formData?.get("inPage") === "1" ? false : defaultShouldRevalidate;
}

export default function MatchesPage() {
  const { t } = useTranslation("matching");
  const { hasOrganisation, own, forYou, here, matches } = useLoaderData<typeof loader>();
  const header = (
    <>
      <PageHeader title={t("matchesTitle")} lead={t("matchesLead")} />
      {(forYou || matches) && (
        <div className="mb-5">
          <Tabs
            label={t("matchesTitle")}
            items={[
              { to: "/desk/matches", label: t("forYou.tab"), current: forYou !== null },
              {
                to: "/desk/matches?view=listing",
                label: t("forYou.tabListing"),
                current: forYou === null,
              },
            ]}
          />
        </div>
      )}
    </>
  );
  if (forYou) {
    return (
      <>
        {header}
        <ForYouList key={here} view={forYou} here={here} />
      </>
    );
  }
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
