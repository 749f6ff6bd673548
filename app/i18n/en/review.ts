import type { Messages } from "../messages";
import type { review as zh } from "../zh-CN/review";

export const review: Messages<typeof zh> = {};
