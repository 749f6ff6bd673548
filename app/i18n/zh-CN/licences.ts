export const licences = {
  title: "许可",
};
