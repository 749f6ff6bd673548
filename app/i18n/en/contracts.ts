import type { Messages } from "../messages";
import type { contracts as zh } from "../zh-CN/contracts";

export const contracts: Messages<typeof zh> = {
  title: "Contracts",
};
