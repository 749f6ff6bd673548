import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { TextInput } from "~/components/ui/text-input";
import type { ExpertView } from "~/domain/challenges/challenge-view";

type Props = { experts: readonly ExpertView[]; view: FormAnswer };

/** Takes out an expert who has not handed in, with the reason. */
export function RecusalForms({ experts, view }: Props) {
  const { t } = useTranslation("challenges");
  const open = experts.filter((one) => one.state === "INVITED" || one.state === "ACCEPTED");
  if (open.length === 0) return null;
  const forms = open.map((one) => {
    const isRefused = view.text("expertId") === one.id;
    return (
      <Disclosure key={one.id} summary={`${t("work.case.recuse")} · ${one.name}`} open={isRefused}>
        <Form method="post" className="grid gap-3" noValidate>
          <input type="hidden" name="expertId" value={one.id} />
          <TextInput
            id={`recusal-${one.id}`}
            name="recusalNote"
            label={t("work.case.recusalNote")}
            maxLength={500}
            required
            defaultValue={isRefused ? view.text("recusalNote") : ""}
            error={isRefused ? view.error("recusalNote") : undefined}
          />
          <div>
            <SubmitButton intent="recuse" size="sm" variant="danger">
              {t("work.case.recuse")}
            </SubmitButton>
          </div>
        </Form>
      </Disclosure>
    );
  });
  return <div className="mt-4 grid gap-3">{forms}</div>;
}
