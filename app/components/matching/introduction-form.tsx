import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { QUESTION_MAX } from "~/domain/matching/introduction-schema";

/** Errors and kept values of the form, as the route's form view hands them on. */
type FormView = {
  error(name: string): string | undefined;
  value(name: string, stored?: string): string;
  summary(labels: Record<string, string>): {
    errors: Record<string, string | undefined>;
    formErrors: string[];
    labels: Record<string, string>;
  };
};

type IntroductionFormProps = {
  target: { kind: "achievement" | "need"; id: string };
  ownListings: readonly { id: string; title: string; isBlinded: boolean }[];
  /** Own listing that is chosen to begin with. */
  ownListingId: string;
  view: FormView;
};

/** The three questions that go with a request, and the own listing that it is made for. */
export function IntroductionForm({
  target,
  ownListings,
  ownListingId,
  view,
}: IntroductionFormProps) {
  const { t } = useTranslation("matching");
  const labels = {
    ownListingId: t("ownListing"),
    cooperation: t("questionCooperation"),
    unclear: t("questionUnclear"),
    about: t("questionAbout"),
  };
  const question = (name: "cooperation" | "unclear" | "about", hint: string, required: boolean) => (
    <Textarea
      name={name}
      label={labels[name]}
      hint={hint}
      rows={4}
      maxLength={QUESTION_MAX}
      required={required}
      defaultValue={view.value(name)}
      error={view.error(name)}
    />
  );
  return (
    <Form method="post" className="grid max-w-2xl gap-5" noValidate>
      <FormErrorSummary {...view.summary(labels)} />
      <input type="hidden" name="targetKind" value={target.kind} />
      <input type="hidden" name="targetId" value={target.id} />
      {ownListings.length > 0 && (
        <Select
          name="ownListingId"
          label={labels.ownListingId}
          hint={t("ownListingHint")}
          placeholder={t("ownListingNone")}
          options={ownListings.map((listing) => ({ value: listing.id, label: listing.title }))}
          defaultValue={view.value("ownListingId", ownListingId)}
          error={view.error("ownListingId")}
        />
      )}
      {ownListings.some((listing) => listing.isBlinded) && (
        <Alert tone="info">{t("ownBlindedNotice")}</Alert>
      )}
      {question("cooperation", t("questionCooperationHint"), true)}
      {question("unclear", t("questionUnclearHint"), false)}
      {question("about", t("questionAboutHint"), true)}
      <div>
        <SubmitButton intent="request">{t("submitRequest")}</SubmitButton>
      </div>
    </Form>
  );
}
