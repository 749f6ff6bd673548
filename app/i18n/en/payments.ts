import type { Messages } from "../messages";
import type { payments as chinese } from "../zh-CN/payments";

export const payments: Messages<typeof chinese> = {
  title: "Payments",
};
