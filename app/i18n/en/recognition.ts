import type { Messages } from "../messages";
import type { recognition as zh } from "../zh-CN/recognition";

export const recognition: Messages<typeof zh> = {
  title: "Recognition and registration",
};
