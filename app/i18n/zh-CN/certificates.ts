export const certificates = {
  title: "登记凭证",
};
