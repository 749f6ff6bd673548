export const bidding = {
  title: "网络竞价",
};
