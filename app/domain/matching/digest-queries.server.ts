import type { Prisma } from "#prisma/client/client";
import type { DbOrTx, Tx } from "~/platform/db.server";
import type { DigestFrequency } from "./digest-rules";

/** What has no row of preferences is as the table's defaults say: weekly, at any hour. */
const DEFAULTS = { mail: "INSTANT", matchMail: "WEEKLY", quietFrom: null, quietTo: null };

function wants(frequency: DigestFrequency): Prisma.UserWhereInput {
  const chosen: Prisma.UserWhereInput = {
    // Whoever wants no mail at all gets none of these either.
    notificationPreference: { matchMail: frequency, mail: { not: "OFF" } },
  };
  return DEFAULTS.matchMail === frequency
    ? { OR: [chosen, { notificationPreference: null }] }
    : chosen;
}

const PUBLISHED = { some: { state: "PUBLISHED" } } as const;

/**
 * Ids of people who want digests that often and may publish for an organisation with something
 * published, in order of id after `after`.
 */
export async function listDigestPeople(
  db: DbOrTx,
  frequency: DigestFrequency,
  page: { after: string; size: number; only?: string | undefined },
): Promise<string[]> {
  const people = await db.user.findMany({
    where: {
      deactivatedAt: null,
      emailVerified: true,
      ...(page.only ? { id: page.only } : page.after ? { id: { gt: page.after } } : {}),
      memberships: {
        some: {
          endedAt: null,
          scopes: { has: "PUBLISH" },
          organisation: { OR: [{ achievements: PUBLISHED }, { needs: PUBLISHED }] },
        },
      },
      ...wants(frequency),
    },
    orderBy: { id: "asc" },
    take: page.size,
    select: { id: true },
  });
  return people.map((person) => person.id);
}

/** The reader of a digest with what decides about it. */
export async function getDigestReader(db: DbOrTx, userId: string) {
  const { notificationPreference, ...reader } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      notificationPreference: {
        select: { quietFrom: true, quietTo: true, nonPersonal: true },
      },
    },
  });
  return {
    ...reader,
    quietFrom: notificationPreference?.quietFrom ?? DEFAULTS.quietFrom,
    quietTo: notificationPreference?.quietTo ?? DEFAULTS.quietTo,
    isPersonal: !notificationPreference?.nonPersonal,
  };
}

/** Whether the person has had a digest at or after an instant. */
export async function hasDigestSince(db: DbOrTx, userId: string, since: Date): Promise<boolean> {
  const row = await db.matchDigest.findFirst({
    where: { userId, sentAt: { gte: since } },
    select: { id: true },
  });
  return row !== null;
}

/** Holds the person's row, so that of two digests at once the second sees the first. */
export async function lockDigestReader(tx: Tx, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
}
