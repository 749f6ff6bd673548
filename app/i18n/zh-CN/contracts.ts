export const contracts = {
  title: "技术合同",
};
