import type { Messages } from "../messages";
import type { tenders as chinese } from "../zh-CN/tenders";

export const tenders: Messages<typeof chinese> = {
  title: "Tenders",
};
