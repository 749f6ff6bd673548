import type { Messages } from "../messages";
import type { signing as zh } from "../zh-CN/signing";

export const signing: Messages<typeof zh> = {
  title: "Signing and verifying",
};
