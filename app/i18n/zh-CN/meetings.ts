export const meetings = {
  title: "一对一对接",
};
