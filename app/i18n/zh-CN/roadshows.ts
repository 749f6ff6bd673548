export const roadshows = {
  title: "路演",
};
