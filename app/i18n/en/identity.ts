import type { Messages } from "../messages";
import type { identity as zh } from "../zh-CN/identity";

export const identity: Messages<typeof zh> = {};
