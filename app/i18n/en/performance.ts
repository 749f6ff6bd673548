import type { Messages } from "../messages";
import type { performance as zh } from "../zh-CN/performance";

export const performance: Messages<typeof zh> = {
  title: "Performance of contracts",
};
