export const timetable = {
  title: "日程编排",
};
