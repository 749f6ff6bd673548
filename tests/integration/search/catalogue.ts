import net from "node:net";
import type { Prisma } from "#prisma/client/client";
import { loadReferences } from "#search/sync/references";
import { newId } from "~/domain/shared/ids";
import { markForIndexing } from "~/domain/shared/mark-for-indexing.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { makeOrganisation, makeUser } from "../../factories/people";

const DAY_MS = 86_400_000;

export interface Owner {
  organisationId: string;
  userId: string;
}

export async function makeOwner(
  db: Db,
  values: Parameters<typeof makeOrganisation>[1] = {},
): Promise<Owner> {
  const [organisation, user] = await Promise.all([makeOrganisation(db, values), makeUser(db)]);
  return { organisationId: organisation.id, userId: user.id };
}

type AchievementValues = Partial<Prisma.AchievementUncheckedCreateInput> & { daysAgo?: number };

/** A published achievement, noted for indexing in the same transaction as the market does it. */
export async function publishAchievement(
  db: Db,
  owner: Owner,
  { daysAgo = 1, ...values }: AchievementValues,
): Promise<string> {
  const id = newId();
  const publishedAt = new Date(Date.now() - daysAgo * DAY_MS);
  await inTransaction(db, async (tx) => {
    await tx.achievement.create({
      data: {
        id,
        organisationId: owner.organisationId,
        createdById: owner.userId,
        state: "PUBLISHED",
        regionCode: "370102",
        publishedAt,
        expiresAt: new Date(publishedAt.getTime() + 365 * DAY_MS),
        ...values,
      },
    });
    await markForIndexing(tx, "achievement", id);
  });
  return id;
}

type NeedValues = Partial<Prisma.NeedUncheckedCreateInput> & { daysAgo?: number };

export async function publishNeed(
  db: Db,
  owner: Owner,
  { daysAgo = 1, ...values }: NeedValues,
): Promise<string> {
  const id = newId();
  const publishedAt = new Date(Date.now() - daysAgo * DAY_MS);
  await inTransaction(db, async (tx) => {
    await tx.need.create({
      data: {
        id,
        organisationId: owner.organisationId,
        createdById: owner.userId,
        state: "PUBLISHED",
        regionCode: "370102",
        publishedAt,
        expiresAt: new Date(publishedAt.getTime() + 365 * DAY_MS),
        ...values,
      },
    });
    await markForIndexing(tx, "need", id);
  });
  return id;
}

/** Takes a published achievement back, with the setting that the procedure kernel uses. */
export async function withdrawAchievement(db: Db, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.$executeRaw`SELECT set_config('market.procedure', 'Achievement', true)`;
    await tx.achievement.update({ where: { id }, data: { state: "WITHDRAWN" } });
    await markForIndexing(tx, "achievement", id);
  });
}

/** Two codes of the first level of the field list, as seeded. */
export async function someFields(db: Db): Promise<[string, string]> {
  const [first = "", second = ""] = (await loadReferences(db)).childCodes("fields", null);
  return [first, second];
}

/** A door in front of the search engine that can be shut: every connection is then refused or cut. */
export async function openDoor(
  target: string,
): Promise<{ url: string; shut(): Promise<void>; open(): Promise<void> }> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(port), hostname);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  const listen = (at: number) =>
    new Promise<number>((resolve) => {
      server.listen(at, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address !== null ? address.port : at);
      });
    });
  const own = await listen(0);
  return {
    url: `http://127.0.0.1:${own}`,
    shut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    open: async () => {
      await listen(own);
    },
  };
}
