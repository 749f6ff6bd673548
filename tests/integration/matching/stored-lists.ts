import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Db } from "~/platform/db.server";

/** Inputs as the ranker stores them; the figures themselves do not matter here. */
const INPUTS = {
  words: 0.3,
  wordsMean: 0.05,
  wordsSpread: 0.05,
  meaning: 0.4,
  meaningMean: 0.1,
  meaningSpread: 0.1,
  fit: 0.5,
};

/** Stores the ranked list of a listing, best first, as the nightly refresh would. */
export async function storeList(
  db: Db,
  subjectKind: ListingKind,
  subjectId: string,
  entries: readonly { id: string; related: number }[],
  version = 1,
): Promise<void> {
  const rankerVersion = "stored-test";
  const computedAt = new Date();
  await db.matchRefresh.upsert({
    where: { subjectKind_subjectId: { subjectKind, subjectId } },
    create: { subjectKind, subjectId, version, rankerVersion, computedAt },
    update: { version, computedAt },
  });
  await db.matchEntry.deleteMany({ where: { subjectKind, subjectId } });
  await db.matchEntry.createMany({
    data: entries.map(({ id, related }, index) => ({
      subjectKind,
      subjectId,
      otherId: id,
      rank: index + 1,
      score: related * 10,
      relevance: related / 2,
      fit: 0.5,
      related,
      inputs: INPUTS,
      rankerVersion,
      computedAt,
    })),
  });
}
