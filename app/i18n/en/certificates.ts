import type { Messages } from "../messages";
import type { certificates as zh } from "../zh-CN/certificates";

export const certificates: Messages<typeof zh> = {
  title: "Registration papers",
};
