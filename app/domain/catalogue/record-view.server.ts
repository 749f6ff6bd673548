import { Prisma } from "#prisma/client/client";
import { calendarDate, clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import type { ListingRef } from "./listing";
import { KIND } from "./listing-kind-rules";

/** Counts a page view of a public listing, by day and in total, in one statement. No personal data. */
export async function recordView({ kind, id }: ListingRef, db: Db): Promise<void> {
  const table = Prisma.raw(`"${KIND[kind].table}"`);
  const databaseKind = KIND[kind].databaseKind;
  await db.$executeRaw`
    WITH counted AS (
      UPDATE ${table} SET "viewCount" = "viewCount" + 1
      WHERE id = ${id}::uuid AND state = 'PUBLISHED' RETURNING id)
    INSERT INTO "ListingViewDay" ("listingKind", "listingId", day, views)
    SELECT ${databaseKind}::"ListingKind", id, ${calendarDate(clock.now())}::date, 1 FROM counted
    ON CONFLICT ("listingKind", "listingId", day)
    DO UPDATE SET views = "ListingViewDay".views + 1`;
}
