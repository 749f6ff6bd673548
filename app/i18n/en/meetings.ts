import type { Messages } from "../messages";
import type { meetings as zhCN } from "../zh-CN/meetings";

export const meetings: Messages<typeof zhCN> = {
  title: "One-to-one meetings",
};
