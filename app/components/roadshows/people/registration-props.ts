import type { FormAnswer } from "~/components/forms/use-form-answer";
import type { RegistrationPage } from "~/domain/roadshows/people/registration-view";

export type RegistrationProps = {
  page: RegistrationPage;
  fields: readonly { value: string; label: string }[];
  view: FormAnswer;
};
