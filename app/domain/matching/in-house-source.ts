import type { MatchSource } from "#search/match/rank";
import { listRankers, type Ranker } from "#search/match/rankers";

/**
 * The same source for a text that is not public: where vectors come from an address outside, it is
 * compared by its words alone, so that neither the text leaves the house nor anything of it is kept.
 */
export function inHouseSource(source: MatchSource): MatchSource {
  const { model, renew } = source;
  if (model.source.version === model.table.version) return source;
  return {
    ...source,
    ranker: rankerOfWords(source.ranker),
    model: {
      ...model,
      source: { ...model.source, encode: async (listings) => listings.map(() => null) },
    },
    ...(renew ? { renew: async () => inHouseSource(await renew()) } : {}),
  };
}

/** A ranker that does not ask for what was left out: a missing vector must not count against anybody. */
function rankerOfWords(current: Ranker): Ranker {
  const isOfWords = ({ weights, calibration: { slopes } }: Ranker) =>
    weights.meaning === 0 && slopes.zMeaning === 0 && slopes.meaning === 0;
  return listRankers().find(isOfWords) ?? current;
}
