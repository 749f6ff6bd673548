import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FieldTable } from "~/components/home/field-table";
import { FIND_KINDS, FindPanel } from "~/components/home/find-panel";
import { HowItWorks, TrustNotes } from "~/components/home/how-it-works";
import { AchievementRow, NeedRow } from "~/components/home/listing-row";
import { MarketFigures } from "~/components/home/market-figures";
import { RegionTiles } from "~/components/home/region-tiles";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { calendarDate, clock } from "~/domain/shared/clock";
import { getHome } from "~/domain/statistics/home-queries.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";

export const handle = { frame: "full" };

const DAY_MS = 86_400_000;

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const home = await getHome(getDb());
  const t = getFixedT(request, "home");
  const today = Date.parse(calendarDate(clock.now()));
  const daysLeft = (deadlineOn: string | null) =>
    deadlineOn === null ? null : Math.round((Date.parse(deadlineOn) - today) / DAY_MS);
  const withDays = home.closing.map((card) => ({ card, daysLeft: daysLeft(card.deadlineOn) }));
  return {
    ...home,
    // The kept answer may be older than midnight.
    closing: withDays.filter((row) => row.daysLeft === null || row.daysLeft >= 0),
    newNeeds: home.newNeeds.map((card) => ({ card, daysLeft: daysLeft(card.deadlineOn) })),
    find: FIND_KINDS.find((one) => one === params.get("find")) ?? FIND_KINDS[0],
    tiles: params.get("tiles") === "needs" ? ("needs" as const) : ("achievements" as const),
    meta: { title: t("title"), description: t("trust.review"), origin: appUrl() },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.meta.title },
  { name: "description", content: data?.meta.description },
  { property: "og:title", content: data?.meta.title },
  { property: "og:image", content: `${data?.meta.origin ?? ""}/og.png` },
  { tagName: "link", rel: "canonical", href: `${data?.meta.origin ?? ""}/` },
];

export default function Home() {
  const { t } = useTranslation("home");
  const home = useLoaderData<typeof loader>();
  const closingFirst = home.closing.length > 0;
  const rest = Math.max(0, 6 - home.closing.length);
  return (
    <>
      <FindPanel kind={home.find} fields={home.fields} />
      <div className="mx-auto grid w-full max-w-page gap-5 px-4 py-6 sm:px-6 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] lg:gap-6">
        <div className="lg:col-span-2">
          <MarketFigures figures={home.figures} />
        </div>
        <Card
          title={t("newest.title")}
          padding="flush"
          actions={
            <Link to="/achievements" className="link">
              {t("newest.all")}
            </Link>
          }
        >
          {home.newest.length > 0 ? (
            <ul className="divide-y divide-line">
              {home.newest.map((card) => (
                <AchievementRow key={card.id} card={card} />
              ))}
            </ul>
          ) : (
            <EmptyState icon="bulb" title={t("newest.empty")}>
              {t("newest.emptyText")}
            </EmptyState>
          )}
        </Card>
        <div className="space-y-5 lg:space-y-6">
          {closingFirst && (
            <NeedList
              title={t("closing.title")}
              rows={home.closing}
              more={{ to: "/needs?sort=closing", label: t("closing.all") }}
            />
          )}
          {(rest > 0 || !closingFirst) && (
            <NeedList
              title={t("closing.newTitle")}
              rows={home.newNeeds.slice(0, Math.max(rest, 2))}
              more={{ to: "/needs", label: t("closing.all") }}
              empty={
                <EmptyState icon="target" title={t("closing.empty")}>
                  {t("closing.emptyText")}
                </EmptyState>
              }
            />
          )}
        </div>
        <Card
          title={t("regions.title")}
          actions={
            <nav aria-label={t("regions.switchLabel")} className="flex gap-3">
              {(["achievements", "needs"] as const).map((kind) => (
                <Link
                  key={kind}
                  to={kind === "needs" ? "/?tiles=needs" : "/"}
                  preventScrollReset
                  replace
                  aria-current={home.tiles === kind ? "true" : undefined}
                  className={
                    home.tiles === kind
                      ? "font-semibold text-ink underline decoration-accent-500 decoration-2 underline-offset-8"
                      : "link"
                  }
                >
                  {t(`regions.${kind}`)}
                </Link>
              ))}
            </nav>
          }
          footer={
            <span className="flex flex-wrap justify-between gap-x-4">
              <span>{t("regions.note")}</span>
              {home.elsewhere > 0 && (
                <Link to="/statistics#regions" className="link">
                  {t("regions.elsewhere", { count: home.elsewhere })}
                </Link>
              )}
            </span>
          }
        >
          <p className="mb-3 text-sm text-muted">{t("regions.lead")}</p>
          <RegionTiles kind={home.tiles} cities={home.cities} />
        </Card>
        <Card title={t("fields.title")} padding="flush">
          <FieldTable fields={home.fields} />
          <p className="px-4 py-3 text-sm text-muted sm:px-5">{t("fields.lead")}</p>
        </Card>
        <HowItWorks />
        <TrustNotes />
      </div>
    </>
  );
}

type NeedRows = ReadonlyArray<React.ComponentProps<typeof NeedRow>>;

function NeedList({
  title,
  rows,
  more,
  empty,
}: {
  title: string;
  rows: NeedRows;
  more: { to: string; label: string };
  empty?: React.ReactNode;
}) {
  return (
    <Card
      title={title}
      padding="flush"
      actions={
        <Link to={more.to} className="link">
          {more.label}
        </Link>
      }
    >
      {rows.length > 0 ? (
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <NeedRow key={row.card.id} {...row} />
          ))}
        </ul>
      ) : (
        empty
      )}
    </Card>
  );
}
