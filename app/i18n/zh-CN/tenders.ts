export const tenders = {
  title: "招标",
};
