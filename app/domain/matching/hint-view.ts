import type { MatchHint, MatchSide } from "#search/match/hints";
import { hintHref } from "./hint-rules";
import type { HintView } from "./match-view-schema";

/** Hints for one reader: what is theirs leads to where it can be changed, the rest are questions to ask. */
export function hintViews(
  hints: readonly MatchHint[],
  sides: Partial<Record<MatchSide, { id: string; canEdit: boolean }>>,
): HintView[] {
  return hints.map(({ code, side, figures }) => {
    const own = sides[side];
    const isOwn = own?.canEdit ?? false;
    return {
      code,
      side,
      figures: { ...figures },
      isOwn,
      href: own && isOwn ? hintHref(side, own.id, code) : null,
    };
  });
}
