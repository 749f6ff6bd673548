export const pitches = {
  title: "路演项目",
};
