import type { Messages } from "../messages";
import type { search as zh } from "../zh-CN/search";

export const search: Messages<typeof zh> = {};
