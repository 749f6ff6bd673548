import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import { CRITERIA, type Weights } from "./score-rules";

/** The weights that were in force when the challenge was announced; a later change does not touch it. */
export async function findWeights(db: DbOrTx, announcedAt: Date): Promise<Weights> {
  const values = await Promise.all(
    CRITERIA.map((one) => getPolicyNumber(db, `market.challenge.weight_${one}_bp`, announcedAt)),
  );
  return Object.fromEntries(CRITERIA.map((one, at) => [one, values[at] ?? 0])) as Weights;
}
