import type { Messages } from "../messages";
import type { trading as chinese } from "../zh-CN/trading";

export const trading: Messages<typeof chinese> = {
  title: "Listing trade",
};
