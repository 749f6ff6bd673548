import type { ChallengeFormView } from "~/components/challenges/use-challenge-form";
import type { RegistrationPage } from "~/domain/roadshows/people/registration-view";

export type RegistrationProps = {
  page: RegistrationPage;
  fields: readonly { value: string; label: string }[];
  view: ChallengeFormView;
};
