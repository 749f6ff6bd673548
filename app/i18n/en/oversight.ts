import type { Messages } from "../messages";
import type { oversight as chinese } from "../zh-CN/oversight";

export const oversight: Messages<typeof chinese> = {
  title: "Watching the rules",
};
