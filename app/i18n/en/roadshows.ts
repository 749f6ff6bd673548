import type { Messages } from "../messages";
import type { roadshows as zhCN } from "../zh-CN/roadshows";

export const roadshows: Messages<typeof zhCN> = {
  title: "Roadshows",
};
