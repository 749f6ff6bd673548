/** Refusals about roadshows, merged into the namespace `errors`. */
export const roadshowErrors = {
  // events
  roadshow_not_open: "这场路演目前不能这样操作。",
  // call
  // timetable
  // meetings
  // day
  // after
};
