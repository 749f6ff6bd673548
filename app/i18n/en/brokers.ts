import type { Messages } from "../messages";
import type { brokers as zh } from "../zh-CN/brokers";

export const brokers: Messages<typeof zh> = {
  title: "Technology brokers",
};
