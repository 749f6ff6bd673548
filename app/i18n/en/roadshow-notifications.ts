import type { Messages } from "../messages";
import type { roadshowNotifications as zhCN } from "../zh-CN/roadshow-notifications";

/** Sentences of notifications about roadshows, merged into the namespace `notifications`. */
export const roadshowNotifications: Messages<typeof zhCN> = {
  titles: {
    // events
    roadshowToApprove: "A roadshow waits for approval: {{title}}",
    // call
    // timetable
    // meetings
    // day
    // after
  },
  bodies: {
    // events
    roadshowToApprove: "Organiser: {{organisation}}.",
    // call
    // timetable
    // meetings
    // day
    // after
  },
};
