import type { AchievementContent } from "./achievement-schema";
import { isPatentKind } from "./patent-number-rules";

/**
 * Whether publication could destroy novelty: no patent application is named, so that what stands
 * here becomes prior art (Patent Law art. 22; the grace period of art. 24 does not cover one's own
 * publication on a market).
 */
export function threatensNovelty(content: Pick<AchievementContent, "ipRights">): boolean {
  return !content.ipRights.some(
    (right) => isPatentKind(right.kind) && right.number !== "" && right.status !== "NOT_REGISTERED",
  );
}
