export const brokers = {
  title: "技术经纪人",
};
