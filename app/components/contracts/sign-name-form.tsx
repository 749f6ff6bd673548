import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import type { SignPageView } from "~/domain/contracts/sign-view";
import { CAPACITIES } from "~/domain/contracts/signer-rules";
import { answerOf } from "./sign-answer";

/** A side names the person who signs for it. */
export function SignNameForm({ page, answer }: { page: SignPageView; answer: RefusedForm }) {
  const { t } = useTranslation("signing");
  const view = useFormView(answerOf(answer, "name"));
  const { candidates, ownSigner } = page;
  if (!candidates) return null;
  const isPossible = candidates.some((one) => one.fault === null);
  const nameOf = (one: (typeof candidates)[number]) => {
    const name = one.isLegalRepresentative
      ? t("name.representative", { name: one.name })
      : one.name;
    return one.fault ? `${name} · ${t(`name.faults.${one.fault}`)}` : name;
  };
  const content = (
    <>
      <p className="mb-4 text-muted">{t("name.lead")}</p>
      {isPossible ? (
        <Form method="post" className="grid max-w-xl gap-4" noValidate>
          <Select
            name="userId"
            label={t("name.person")}
            placeholder={t("name.choose")}
            required
            defaultValue={view.value("userId", ownSigner?.userId ?? "")}
            options={candidates.map((one) => ({
              value: one.userId,
              label: nameOf(one),
              disabled: one.fault !== null,
            }))}
            error={view.error("userId")}
          />
          <RadioGroup
            name="capacity"
            label={t("name.capacity")}
            hint={t("name.capacityHint")}
            look="inline"
            required
            defaultValue={view.value("capacity", ownSigner?.capacity ?? "AGENT")}
            options={CAPACITIES.map((value) => ({
              value,
              label: t(`signers.capacities.${value}`),
            }))}
            error={view.error("capacity")}
          />
          <div>
            <SubmitButton intent="name" variant={ownSigner ? "secondary" : "primary"}>
              {t("name.save")}
            </SubmitButton>
          </div>
        </Form>
      ) : (
        <div className="grid gap-3">
          <p>{t("name.none")}</p>
          <div>
            <LinkButton to="/desk/organisation" icon="users">
              {t("name.members")}
            </LinkButton>
          </div>
        </div>
      )}
    </>
  );
  // While signing is under way another signer is the exception and stands back.
  return page.state === "SIGNING" ? (
    <Disclosure look="box" summary={t("name.change")} open={view.error("userId") !== undefined}>
      {content}
    </Disclosure>
  ) : (
    <Card title={t("name.title")}>{content}</Card>
  );
}
