import { normaliseText } from "./normalise";

const HAN_OR_RUN = /\p{Script=Han}|[\p{L}\p{N}]+(?:[.\-/][\p{L}\p{N}]+)*/gu;

/**
 * Writes a title as single Chinese characters separated by spaces ("钠离子电池LFP" becomes
 * "钠 离 子 电 池 lfp"). Meilisearch segments 钠离子电池 as 钠离子|电池, so that 钠电池 would not
 * find it; with this second searchable field it does.
 */
export function spaceCharacters(title: string): string {
  const runs =
    normaliseText(title)
      .toLowerCase()
      .match(/\p{Script=Han}|[^\p{Script=Han}]+/gu) ?? [];
  return runs.flatMap((run) => run.match(HAN_OR_RUN) ?? []).join(" ");
}
