import type { Messages } from "../messages";
import type { roadshowErrors as zhCN } from "../zh-CN/roadshow-errors";

/** Refusals about roadshows, merged into the namespace `errors`. */
export const roadshowErrors: Messages<typeof zhCN> = {
  // events
  roadshow_not_open: "This cannot be done about the roadshow at present.",
  // call
  // timetable
  // meetings
  // day
  // after
};
