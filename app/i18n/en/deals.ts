import type { Messages } from "../messages";
import type { deals as zh } from "../zh-CN/deals";

export const deals: Messages<typeof zh> = {
  title: "Deal rooms",
};
