import type { Messages } from "../messages";
import type { pitches as zhCN } from "../zh-CN/pitches";

export const pitches: Messages<typeof zhCN> = {
  title: "Pitches",
};
