export const challenges = {
  title: "揭榜挂帅",
};
