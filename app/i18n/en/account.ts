import type { Messages } from "../messages";
import type { account as zh } from "../zh-CN/account";

export const account: Messages<typeof zh> = {};
