import type { Db } from "~/platform/db.server";
import { rememberForAMinute } from "./remember.server";

/** The protocol allows 50,000 addresses in one file; some are left for pages of our own. */
const MAX_ADDRESSES = 49_000;

type Address = {
  segment: "achievements" | "needs" | "organisations" | "lots";
  id: string;
  updatedAt: Date;
};

/** The latest changed public listings and organisations. */
export const listPublicAddresses = rememberForAMinute(
  (db: Db) => db.$queryRaw<Address[]>`
    SELECT * FROM (
      SELECT 'achievements' AS segment, id::text, "updatedAt"
      FROM "Achievement" WHERE state = 'PUBLISHED'
      UNION ALL
      SELECT 'needs', id::text, "updatedAt" FROM "Need" WHERE state = 'PUBLISHED'
      UNION ALL
      SELECT 'organisations', id::text, "updatedAt" FROM "Organisation"
      WHERE state IN ('VERIFIED', 'RECHECK')
      UNION ALL
      SELECT 'lots', number::text, "updatedAt" FROM "Lot"
      WHERE "announcedAt" IS NOT NULL AND NOT "isTraining") a
    ORDER BY "updatedAt" DESC, id LIMIT ${MAX_ADDRESSES}`,
);
