import { databaseTime } from "~/domain/bidding/database-time.server";
import { getDb } from "~/platform/db.server";

/** The time by which bids are ordered, for pages that count down. Public; not kept by any cache. */
export async function loader() {
  const now = await databaseTime(getDb());
  return Response.json({ now }, { headers: { "cache-control": "no-store" } });
}
