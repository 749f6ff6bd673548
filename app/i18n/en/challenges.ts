import type { Messages } from "../messages";
import type { challenges as chinese } from "../zh-CN/challenges";

export const challenges: Messages<typeof chinese> = {
  title: "Open challenges",
};
