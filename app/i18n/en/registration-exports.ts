import type { Messages } from "../messages";
import type { registrationExports as zh } from "../zh-CN/registration-exports";

export const registrationExports: Messages<typeof zh> = {
  title: "Export and exchange",
  lead: "The form, the dossier and the exchange data, made from the present content at any time.",
};
