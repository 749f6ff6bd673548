import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { RadioGroup } from "~/components/ui/radio-group";
import { TextInput } from "~/components/ui/text-input";
import { purchaseHref } from "~/domain/licences/licence-href-rules";
import { useLicenceText } from "./use-licence-text";

type TakeFormProps = {
  answer: RefusedForm;
  takers: readonly { id: string; name: string; purchaseId: string | null }[];
  textHash: string;
  feeFen: string;
  asksCode: boolean;
};

const SHORT_HASH = 12;

/** Who takes the licence, the acceptance of exactly this text, and the second step. */
export function TakeForm({ answer, takers, textHash, feeFen, asksCode }: TakeFormProps) {
  const { t } = useTranslation("licences");
  const view = useFormView(answer);
  const text = useLicenceText();
  const held = takers.filter((one) => one.purchaseId !== null);
  const free = takers.filter((one) => one.purchaseId === null);
  const agreed = t("take.agreed", { hash: textHash.slice(0, SHORT_HASH) });
  const secret = t(asksCode ? "take.code" : "take.secret");
  return (
    <Form method="post" className="space-y-5" noValidate>
      <FormErrorSummary
        {...view.summary({ organisationId: t("take.organisation"), agreed, secret })}
      />
      <input type="hidden" name="textHash" value={textHash} />
      {held.map((one) => (
        <p key={one.id}>
          {one.name}{" "}
          <Link className="link" to={purchaseHref(one.purchaseId ?? "")}>
            {t("take.held")}
          </Link>
        </p>
      ))}
      {free.length > 0 && (
        <>
          <RadioGroup
            name="organisationId"
            label={t("take.organisation")}
            required
            defaultValue={view.value("organisationId", free.length === 1 ? free[0]?.id : "")}
            error={view.error("organisationId")}
            options={free.map((one) => ({ value: one.id, label: one.name }))}
          />
          <p>
            {t("take.pays")} <strong className="tabular">{text.fee(feeFen)}</strong>
          </p>
          <Checkbox name="agreed" label={agreed} error={view.error("agreed")} />
          <TextInput
            name="secret"
            type={asksCode ? "text" : "password"}
            inputMode={asksCode ? "numeric" : undefined}
            autoComplete={asksCode ? "one-time-code" : "current-password"}
            label={secret}
            hint={t(asksCode ? "take.codeHint" : "take.secretHint")}
            width="medium"
            required
            error={view.error("secret")}
          />
          <SubmitButton size="lg">
            {t(feeFen === "0" ? "take.submitFree" : "take.submit")}
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
