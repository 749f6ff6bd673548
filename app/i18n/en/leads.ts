import type { Messages } from "../messages";
import type { leads as zhCN } from "../zh-CN/leads";

export const leads: Messages<typeof zhCN> = {
  title: "Leads",
};
