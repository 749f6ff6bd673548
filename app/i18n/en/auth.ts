import type { Messages } from "../messages";
import type { auth as zh } from "../zh-CN/auth";

export const auth: Messages<typeof zh> = {};
