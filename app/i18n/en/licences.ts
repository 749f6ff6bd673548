import type { Messages } from "../messages";
import type { licences as chinese } from "../zh-CN/licences";

export const licences: Messages<typeof chinese> = {
  title: "Licences",
};
