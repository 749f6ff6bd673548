import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { RadioGroup } from "~/components/ui/radio-group";
import { TextInput } from "~/components/ui/text-input";
import type { SignPageView } from "~/domain/contracts/sign-view";
import { shortHash } from "~/domain/contracts/signer-rules";
import { answerOf } from "./sign-answer";
import { Fingerprint } from "./sign-fingerprint";

type Turn = NonNullable<SignPageView["turn"]>;

function CodeRequest({ turn, answer }: { turn: Turn; answer: RefusedForm }) {
  const { t } = useTranslation("signing");
  const view = useFormView(answerOf(answer, "code"));
  const label = ({ factor, address }: Turn["factors"][number]) =>
    t(factor === "SMS_CODE" ? "give.sms" : "give.mail", { address });
  return (
    <section className="grid gap-3">
      <h3 className="text-base font-semibold text-ink">{t("give.sendTitle")}</h3>
      <Form method="post" className="flex flex-wrap items-end gap-4">
        <RadioGroup
          name="by"
          label={t("give.by")}
          look="inline"
          defaultValue={turn.factors[0]?.factor}
          options={turn.factors.map((one) => ({ value: one.factor, label: label(one) }))}
          error={view.error("by")}
        />
        <SubmitButton intent="code" variant="secondary" icon="mail">
          {t("give.send")}
        </SubmitButton>
      </Form>
    </section>
  );
}

function Agreement({ turn }: { turn: Turn }) {
  const { t } = useTranslation("signing");
  return (
    <section>
      <h3 className="mb-2 text-base font-semibold text-ink">{t("give.agreementTitle")}</h3>
      <div
        lang="zh-CN"
        className="space-y-2 rounded-md border border-line bg-canvas px-4 py-3 text-sm break-words text-body"
      >
        {turn.agreement.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <p className="mt-1 text-xs text-muted">
        {t("give.agreementHash")} <Fingerprint sha256={turn.agreementHash} />
      </p>
    </section>
  );
}

/** The agreement, the second factor, and the signature over exactly the document shown. */
export function SignGiveForm({ page, answer }: { page: SignPageView; answer: RefusedForm }) {
  const { t } = useTranslation("signing");
  const view = useFormView(answerOf(answer, "sign"));
  const { turn, document } = page;
  if (!turn || !document) return null;
  const isTotp = turn.factors[0]?.factor === "TOTP";
  const hash = shortHash(document.sha256);
  return (
    <Card title={t("give.title")} id="sign">
      <div className="grid gap-6">
        <Agreement turn={turn} />
        {turn.factors.length === 0 ? (
          <div className="grid gap-3">
            <p>{t("give.noFactor")}</p>
            <div>
              <LinkButton to="/desk/account/security" icon="shield">
                {t("give.toSecurity")}
              </LinkButton>
            </div>
          </div>
        ) : (
          <>
            {!isTotp && <CodeRequest turn={turn} answer={answer} />}
            <section className="grid gap-4">
              <h3 className="text-base font-semibold text-ink">
                {t(isTotp ? "give.totpTitle" : "give.codeTitle")}
              </h3>
              <Form method="post" className="grid gap-4" noValidate>
                <input type="hidden" name="documentSha256" value={document.sha256} />
                <input type="hidden" name="agreementHash" value={turn.agreementHash} />
                <Checkbox
                  name="hasRead"
                  label={t("give.hasRead", { hash })}
                  defaultChecked={view.value("hasRead") === "on"}
                  error={view.error("hasRead")}
                />
                <Checkbox
                  name="agreed"
                  label={t("give.agreed")}
                  defaultChecked={view.value("agreed") === "on"}
                  error={view.error("agreed")}
                />
                <TextInput
                  name="code"
                  label={t(isTotp ? "give.totp" : "give.code")}
                  hint={isTotp ? t("give.totpHint") : undefined}
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  width="short"
                  required
                  error={view.error("code")}
                />
                <p className="text-sm text-muted">{t("give.weight")}</p>
                <div>
                  <SubmitButton intent="sign" icon="edit" size="lg">
                    {t("give.sign")}
                  </SubmitButton>
                </div>
              </Form>
            </section>
          </>
        )}
      </div>
    </Card>
  );
}
