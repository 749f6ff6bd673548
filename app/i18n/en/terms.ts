import type { Messages } from "../messages";
import type { terms as zh } from "../zh-CN/terms";

export const terms: Messages<typeof zh> = {
  title: "Term sheets",
};
