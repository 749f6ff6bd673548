import type { DbOrTx } from "~/platform/db.server";

/** A bid of the opening record without its texts and files. */
export type OpenedBidLine = {
  id: string;
  state: string;
  organisation: string;
  priceFen: bigint | null;
  durationDays: number | null;
  submittedAt: Date;
  invalidReason: string;
  commitment: string;
  envelopeHash: string;
  rank: number | null;
  scoreMillionths: bigint | null;
};

/**
 * The opening record, in the order of the ranks. Envelopes and contents hold files: the database takes
 * out the one number and the one hash that the public page shows.
 */
export function listOpenedLines(db: DbOrTx, tenderId: string): Promise<OpenedBidLine[]> {
  return db.$queryRaw<OpenedBidLine[]>`
    SELECT bid.id, bid.state, unit."legalName" AS organisation, bid."priceFen",
      (bid.content->>'durationDays')::int AS "durationDays", bid."submittedAt", bid."invalidReason",
      coalesce(bid.envelope->>'commitment', '') AS commitment, bid."envelopeHash",
      bid.rank, bid."scoreMillionths"
    FROM "TenderBid" bid JOIN "Organisation" unit ON unit.id = bid."organisationId"
    WHERE bid."tenderId" = ${tenderId}::uuid AND bid."openedAt" IS NOT NULL
    ORDER BY bid.rank NULLS LAST, bid."submittedAt", bid.id`;
}

/** Days that the opened bids offer, by bid. */
export async function findDurations(db: DbOrTx, tenderId: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; days: number }[]>`
    SELECT id, (content->>'durationDays')::int AS days FROM "TenderBid"
    WHERE "tenderId" = ${tenderId}::uuid AND content IS NOT NULL`;
  return new Map(rows.map(({ id, days }) => [id, days]));
}

/** Contents by bid, with whether a file lies inside instead of its bytes. */
export async function findContents(db: DbOrTx, tenderId: string): Promise<Map<string, unknown>> {
  const rows = await db.$queryRaw<{ id: string; content: unknown }[]>`
    SELECT bid.id, jsonb_set(bid.content, '{attachments}', coalesce((
      SELECT jsonb_agg((file.value - 'data')
          || jsonb_build_object('isInside', file.value->'data' IS NOT NULL) ORDER BY file.place)
      FROM jsonb_array_elements(bid.content->'attachments') WITH ORDINALITY AS file (value, place)
    ), '[]')) AS content
    FROM "TenderBid" bid WHERE bid."tenderId" = ${tenderId}::uuid AND bid.content IS NOT NULL`;
  return new Map(rows.map(({ id, content }) => [id, content]));
}
