export const payments = {
  title: "收付款",
};
