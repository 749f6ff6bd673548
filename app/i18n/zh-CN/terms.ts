export const terms = {
  title: "条款清单",
};
