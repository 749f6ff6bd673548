import type { Messages } from "../messages";
import type { home as zh } from "../zh-CN/home";

export const home: Messages<typeof zh> = {};
