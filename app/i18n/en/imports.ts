import type { Messages } from "../messages";
import type { imports as zh } from "../zh-CN/imports";

export const imports: Messages<typeof zh> = {};
