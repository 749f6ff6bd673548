export const registrationExports = {
  title: "导出与交换",
  lead: "登记表、材料包和交换数据，随时按当前内容生成。",
};
