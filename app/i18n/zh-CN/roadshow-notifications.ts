/** Sentences of notifications about roadshows, merged into the namespace `notifications`. */
export const roadshowNotifications = {
  titles: {
    // events
    roadshowToApprove: "路演待审批：{{title}}",
    // call
    // timetable
    // meetings
    // day
    // after
  },
  bodies: {
    // events
    roadshowToApprove: "主办单位：{{organisation}}。",
    // call
    // timetable
    // meetings
    // day
    // after
  },
};
