import type { Messages } from "../messages";
import type { matching as zh } from "../zh-CN/matching";

export const matching: Messages<typeof zh> = {};
