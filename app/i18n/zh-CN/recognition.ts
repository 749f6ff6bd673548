export const recognition = {
  title: "认定登记",
};
