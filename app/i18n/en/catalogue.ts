import type { Messages } from "../messages";
import type { catalogue as zh } from "../zh-CN/catalogue";

export const catalogue: Messages<typeof zh> = {};
