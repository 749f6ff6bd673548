import type { Messages } from "../messages";
import type { stage as zhCN } from "../zh-CN/stage";

export const stage: Messages<typeof zhCN> = {
  title: "On the day",
};
