export const oversight = {
  title: "交易监督",
};
