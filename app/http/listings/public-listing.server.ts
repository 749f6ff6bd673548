import type { LoaderFunctionArgs } from "@remix-run/node";
import { isbot } from "isbot";
import { codeNamer, getReference, regionNamer } from "~/domain/catalogue/code-queries.server";
import type { Amounts, DetailNames, DetailView } from "~/domain/catalogue/detail-view";
import { KIND, type ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { getPublicListing } from "~/domain/catalogue/listing-queries.server";
import type { PublicListing } from "~/domain/catalogue/listing-view";
import { recordView } from "~/domain/catalogue/record-view.server";
import { listSimilar } from "~/domain/matching/list-similar.server";
import { getMatchPanel } from "~/domain/matching/match-panel-queries.server";
import { formatFen } from "~/domain/shared/money";
import { withErrors } from "~/http/error-response.server";
import { isFetchAhead } from "~/http/fetch-ahead";
import { findActor } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import type { Locale } from "~/i18n/locale";
import { type Db, getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import { logger } from "~/platform/logger.server";

async function namesOf(
  db: Db,
  listing: PublicListing,
  request: Request,
  locale: Locale,
): Promise<DetailNames> {
  const [nameOf, regionOf, { lists }] = await Promise.all([
    codeNamer(db, locale),
    regionNamer(db, locale),
    getReference(db),
  ]);
  const { content } = listing;
  const isChinese = locale.startsWith("zh");
  const kinds = "ipRights" in content ? content.ipRights.map((right) => right.kind) : [];
  const t = getFixedT(request, "identity");
  return {
    fields: content.fieldCodes.map((code) => nameOf("fields", code)),
    industries: content.industryCodes.map((code) => nameOf("industries", code)),
    modes: content.modes.map((code) => nameOf("cooperation-modes", code)),
    licences:
      "licenceKinds" in content
        ? content.licenceKinds.map((code) => nameOf("licence-kinds", code))
        : [],
    ipKinds: Object.fromEntries(kinds.map((code) => [code, nameOf("ip-kinds", code)])),
    region: regionOf(content.regionCode),
    ownerRegion: regionOf(listing.owner.regionCode),
    // The column is an enumeration and each of its values has its key.
    ownerKind: t(`kinds.${listing.owner.kind}` as "kinds.UNIVERSITY"),
    trlLevels: (lists.get("trl-levels") ?? []).map(({ code, nameZh, nameEn, extra }) => {
      const meaning = isChinese ? extra.meaningZh : extra.meaningEn;
      return {
        level: Number(code),
        name: isChinese ? nameZh : nameEn,
        meaning: typeof meaning === "string" ? meaning : "",
      };
    }),
  };
}

function amountsOf(listing: PublicListing, locale: Locale): Amounts {
  const text = (fen: number | null) => (fen === null ? null : formatFen(BigInt(fen), locale));
  return listing.kind === "achievement"
    ? { min: text(listing.content.priceMinFen), max: text(listing.content.priceMaxFen) }
    : { min: text(listing.content.budgetMinFen), max: text(listing.content.budgetMaxFen) };
}

/** Structured data for search engines; only what everybody may read. */
function jsonLd(listing: PublicListing, url: string) {
  const { owner, content } = listing;
  return {
    "@context": "https://schema.org",
    "@type": listing.kind === "achievement" ? "Product" : "Demand",
    name: content.title,
    description: content.summary,
    url,
    identifier: String(listing.number),
    ...(content.keywords.length > 0 ? { keywords: content.keywords.join(", ") } : {}),
    ...(owner.isBlinded
      ? {}
      : {
          [listing.kind === "achievement" ? "brand" : "seller"]: {
            "@type": "Organization",
            name: owner.legalName,
          },
        }),
  };
}

async function countView(kind: ListingKind, listing: PublicListing, request: Request, db: Db) {
  const agent = request.headers.get("user-agent");
  if (listing.state !== "PUBLISHED" || listing.isOwn || !agent || isbot(agent)) return;
  if (isFetchAhead(request)) return;
  try {
    await recordView({ kind, id: listing.id }, db);
  } catch (error) {
    // A count is not worth the page.
    logger.warn({ err: error }, "view was not counted");
  }
}

/** Loader of the public page of a listing. */
export function loadDetail(kind: ListingKind, { request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await findActor(request);
    const db = getDb();
    const locale = findLocale(request);
    const ref = { kind, id: params.id ?? "" };
    const listing = await getPublicListing(db, ref, actor);
    const [names, matches, similar] = await Promise.all([
      namesOf(db, listing, request, locale),
      listing.state === "PUBLISHED"
        ? getMatchPanel(kind, listing.id, actor, db, !isFetchAhead(request))
        : null,
      listing.state === "PUBLISHED" ? listSimilar(kind, listing, db) : null,
      countView(kind, listing, request, db),
    ]);
    const path = `/${KIND[kind].segment}/${listing.id}`;
    const t = getFixedT(request, "common");
    const view = {
      kind,
      listing,
      names,
      amounts: amountsOf(listing, locale),
      isSignedIn: actor !== null,
      signInPath: `/sign-in?next=${encodeURIComponent(path)}`,
    } as DetailView;
    return {
      view,
      matches,
      similar,
      path,
      meta: {
        title: `${listing.content.title} · ${t("marketName")}`,
        description: listing.content.summary,
        url: `${appUrl()}${path}`,
        isIndexed: listing.state === "PUBLISHED",
        jsonLd: jsonLd(listing, `${appUrl()}${path}`),
      },
    };
  });
}
