export const stage = {
  title: "路演现场",
};
