import type { Messages } from "../messages";
import type { notifications as zh } from "../zh-CN/notifications";

export const notifications: Messages<typeof zh> = {};
