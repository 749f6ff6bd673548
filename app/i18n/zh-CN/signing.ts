export const signing = {
  title: "签署与验证",
};
