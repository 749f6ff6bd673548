export const trading = {
  title: "挂牌交易",
};
