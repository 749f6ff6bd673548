import type { Messages } from "../messages";
import type { bidding as chinese } from "../zh-CN/bidding";

export const bidding: Messages<typeof chinese> = {
  title: "Online bidding",
};
