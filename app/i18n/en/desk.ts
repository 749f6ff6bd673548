import type { Messages } from "../messages";
import type { desk as zh } from "../zh-CN/desk";

export const desk: Messages<typeof zh> = {};
