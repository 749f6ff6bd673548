import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import type { WishLevel } from "./wish-schema";

type Pair = { fromId: string; toId: string };

export async function keepWish(tx: Tx, pair: Pair, level: WishLevel): Promise<void> {
  const now = clock.now();
  await tx.roadshowWish.upsert({
    where: { fromId_toId: pair },
    create: { id: newId(), ...pair, level, createdAt: now, updatedAt: now },
    update: { level, updatedAt: now },
  });
}

/** Who asks or accepts wishes it: at least MEET, whatever was marked before. */
export async function keepAtLeastMeet(tx: Tx, pair: Pair): Promise<void> {
  const found = await tx.roadshowWish.findUnique({ where: { fromId_toId: pair } });
  if (found?.level !== "MUST" && found?.level !== "MEET") await keepWish(tx, pair, "MEET");
}

/** Who takes a meeting back does not wish it any more; a NO stays. */
export async function dropWish(tx: Tx, pair: Pair): Promise<void> {
  await tx.roadshowWish.deleteMany({ where: { ...pair, level: { not: "NO" } } });
}
