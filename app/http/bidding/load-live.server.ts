import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { findAuctionView } from "~/domain/bidding/auction-queries.server";
import { findLiveLot, hasBid, listOlderLines } from "~/domain/bidding/screen-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertFound } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { getFixedT } from "~/i18n/i18next.server";
import { type Db, getDb } from "~/platform/db.server";
import { withErrors } from "../error-response.server";
import { findActor } from "../guards.server";

const PAGE_SIZE = 20;
const REFRESH_SECONDS = 20;
/**
 * A page that the browser keeps would show an old price under a new time, and its forms would carry a
 * key that has been used.
 */
const HEADERS = { "cache-control": "no-store" };

/** What the live page of a lot shows to this reader. */
export function loadLive({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await findActor(request);
    return readLive(request, Number(params.number), actor, getDb());
  });
}

/** What changes on an open page, without the rest of it. */
export function loadLiveState({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const db = getDb();
    const lot = assertFound(await findLiveLot(db, Number(params.number)));
    const actor = await findActor(request);
    const view = assertFound(await findAuctionView(db, assertFound(lot.auctionId), actor));
    const hasOwnBid = view.you ? await hasBid(db, view.auctionId, view.you.number) : false;
    return Response.json({ view, hasBid: hasOwnBid }, { headers: HEADERS });
  });
}

/** The page for a reader who is known, or for nobody. @throws DomainError "not_found" (404) */
export async function readLive(
  request: Request,
  lotNumber: number,
  actor: UserActor | null,
  db: Db,
) {
  const t = getFixedT(request, ["bidding", "common"]);
  const query = new URL(request.url).searchParams;
  const lot = assertFound(await findLiveLot(db, lotNumber));
  const common = {
    title: `${lot.title} · ${t("bidding:live.pageTitle")} · ${t("common:marketName")}`,
    path: `/lots/${lot.number}/live`,
    lot: { number: lot.number, title: lot.title, startsAt: lot.biddingStartsAt },
  };
  if (!lot.auctionId) return data({ ...common, live: null }, { headers: HEADERS });
  const before = readBefore(query.get("before"));
  const view = assertFound(await findAuctionView(db, lot.auctionId, actor));
  const last = view.lines.at(-1)?.sequence ?? 0;
  const [older, rest, hasOwnBid] = await Promise.all([
    before === null ? null : listOlderLines(db, lot.auctionId, before, PAGE_SIZE),
    before === null ? listOlderLines(db, lot.auctionId, last, 1) : null,
    view.you ? hasBid(db, lot.auctionId, view.you.number) : false,
  ]);
  const live = {
    view,
    older,
    hasOlder: (rest?.lines.length ?? 0) > 0,
    hasBid: hasOwnBid,
    clientKey: newId(),
    isSignedIn: actor !== null,
    withMs: query.get("ms") === "1",
    refreshSeconds: query.get("refresh") === "1" ? REFRESH_SECONDS : null,
  };
  return data({ ...common, live }, { headers: HEADERS });
}

function readBefore(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
