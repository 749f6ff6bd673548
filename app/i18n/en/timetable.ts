import type { Messages } from "../messages";
import type { timetable as zhCN } from "../zh-CN/timetable";

export const timetable: Messages<typeof zhCN> = {
  title: "Timetable",
};
