import { Prisma } from "#prisma/client/client";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Tx } from "~/platform/db.server";

const TABLE = { achievement: "Achievement", need: "Need" } as const;
const COLUMN = { achievement: "achievementId", need: "needId" } as const;

/**
 * Counts the organisations that said they are interested in a listing or asked for an introduction
 * to its owner. The row is locked first: two at once would each miss the other's answer. Raw SQL,
 * because neither `updatedAt` nor `revision` of the listing may move.
 */
export async function recountInterest(tx: Tx, kind: ListingKind, id: string): Promise<void> {
  const table = Prisma.raw(`"${TABLE[kind]}"`);
  const column = Prisma.raw(`"${COLUMN[kind]}"`);
  await tx.$queryRaw`SELECT id FROM ${table} WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    UPDATE ${table} AS listing SET "interestCount" = (
      SELECT count(*) FROM (
        SELECT answer."organisationId" FROM "MatchAnswer" AS answer
        WHERE answer.${column} = listing.id AND answer.answer = 'INTERESTED'
          AND answer."organisationId" <> listing."organisationId"
        UNION
        SELECT asked."fromOrganisationId" FROM "Introduction" AS asked
        WHERE asked.${column} = listing.id AND asked.state <> 'WITHDRAWN'
          AND asked."toOrganisationId" = listing."organisationId"
      ) AS interested
    ) WHERE listing.id = ${id}::uuid`;
}
