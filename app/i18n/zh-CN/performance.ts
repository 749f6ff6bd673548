export const performance = {
  title: "合同履行",
};
