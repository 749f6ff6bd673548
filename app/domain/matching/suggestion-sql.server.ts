import { Prisma } from "#prisma/client/client";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { clock } from "~/domain/shared/clock";

/** For whom pairs are looked for. */
export type Side = {
  organisationId: string;
  /** Leaves out what this person has had in a digest. */
  unsentTo?: string;
};

/** Pairs that are looked at for one organisation; nobody reads further. */
export const MAX_PAIRS = 400;

/** Table of the own and of the other listing, by the kind of the own one. */
export const TABLE = {
  need: { own: Prisma.raw(`"Need"`), other: Prisma.raw(`"Achievement"`) },
  achievement: { own: Prisma.raw(`"Achievement"`), other: Prisma.raw(`"Need"`) },
};
const PAIR = {
  need: { own: Prisma.raw(`"needId"`), other: Prisma.raw(`"achievementId"`) },
  achievement: { own: Prisma.raw(`"achievementId"`), other: Prisma.raw(`"needId"`) },
};

/** Published and not past its expiry. */
export function isOpenSql(alias: string): Prisma.Sql {
  const row = Prisma.raw(alias);
  return Prisma.sql`${row}.state = 'PUBLISHED'
    AND (${row}."expiresAt" IS NULL OR ${row}."expiresAt" > ${clock.now()})`;
}

/** Conditions on `own` and `other`: both open, of two organisations, unanswered, not sent before. */
export function isSuggestible(kind: ListingKind, side: Side): Prisma.Sql {
  const pair = PAIR[kind];
  const isPair = (table: string) => Prisma.sql`
    FROM ${Prisma.raw(`"${table}"`)} AS past
    WHERE past.${pair.own} = own.id AND past.${pair.other} = other.id`;
  return Prisma.sql`
    own."organisationId" = ${side.organisationId}::uuid AND ${isOpenSql("own")}
    AND other."organisationId" <> own."organisationId" AND ${isOpenSql("other")}
    AND NOT EXISTS (SELECT 1 ${isPair("MatchAnswer")}
      AND past."organisationId" = own."organisationId")
    AND NOT EXISTS (SELECT 1 ${isPair("Introduction")}
      AND past.state IN ('REQUESTED', 'ACCEPTED'))
    ${
      side.unsentTo
        ? Prisma.sql`AND NOT EXISTS (SELECT 1 ${isPair("MatchShowing")}
            AND past."userId" = ${side.unsentTo}::uuid AND past.surface = 'DIGEST')`
        : Prisma.empty
    }`;
}
