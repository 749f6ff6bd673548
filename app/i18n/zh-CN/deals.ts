export const deals = {
  title: "交易室",
};
