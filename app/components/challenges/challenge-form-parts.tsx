import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Card } from "~/components/ui/card";
import { DateInput } from "~/components/ui/date-input";
import { MoneyInput } from "~/components/ui/money-input";
import { NumberInput } from "~/components/ui/number-input";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import type { ChallengeCase } from "~/domain/challenges/challenge-view";
import { toYuanText } from "~/domain/shared/money";

type Props = {
  form: ChallengeCase["form"];
  view: FormAnswer;
  remark: (name: string) => ReactNode;
};

const yuan = (fen: bigint | null) => (fen === null ? "" : toYuanText(fen));

function Hint({ remark, children }: { remark: ReactNode; children: ReactNode }) {
  return (
    <>
      {remark} {children}
    </>
  );
}

/** Who pays what, by when. */
export function MoneyFields({ form, view, remark }: Props) {
  const { t } = useTranslation("challenges");
  return (
    <Card title={t("work.edit.money")}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <MoneyInput
          name="posterFen"
          label={t("work.edit.posterFen")}
          hint={remark("posterFen")}
          defaultValue={view.text("posterFen", yuan(form.posterFen))}
          error={view.error("posterFen")}
        />
        <MoneyInput
          name="publicFen"
          label={t("work.edit.publicFen")}
          hint={<Hint remark={remark("publicFen")}>{t("work.edit.publicFenHint")}</Hint>}
          defaultValue={view.text("publicFen", yuan(form.publicFen))}
          error={view.error("publicFen")}
        />
        <TextInput
          name="publicSource"
          label={t("work.edit.publicSource")}
          hint={remark("publicSource")}
          maxLength={200}
          defaultValue={view.text("publicSource", form.publicSource)}
          error={view.error("publicSource")}
        />
        <NumberInput
          name="scoutShareBp"
          label={t("work.edit.scoutShare")}
          hint={t("work.edit.scoutShareHint")}
          unit="%"
          width="short"
          defaultValue={view.text(
            "scoutShareBp",
            form.scoutShareBp ? String(form.scoutShareBp / 100) : "",
          )}
          error={view.error("scoutShareBp")}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <DateInput
            name="intentionsDueOn"
            label={t("work.edit.due")}
            hint={<Hint remark={remark("intentionsDueOn")}>{t("work.edit.dueHint")}</Hint>}
            required
            defaultValue={view.text("intentionsDueOn", form.intentionsDueOn)}
            error={view.error("intentionsDueOn")}
          />
          <DateInput
            name="finishOn"
            label={t("work.edit.finish")}
            hint={remark("finishOn")}
            required
            defaultValue={view.text("finishOn", form.finishOn)}
            error={view.error("finishOn")}
          />
        </div>
      </div>
    </Card>
  );
}

/** The agreement, and what only those who accept it read. */
export function SecretFields({ form, view, remark }: Props) {
  const { t } = useTranslation("challenges");
  return (
    <Card title={t("work.edit.secret")}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Textarea
          name="agreementText"
          label={t("work.edit.agreement")}
          hint={<Hint remark={remark("agreementText")}>{t("work.edit.agreementHint")}</Hint>}
          required
          rows={8}
          maxLength={8000}
          defaultValue={view.text("agreementText", form.agreementText)}
          error={view.error("agreementText")}
        />
        <Textarea
          name="confidential"
          label={t("work.edit.confidential")}
          hint={<Hint remark={remark("confidential")}>{t("work.edit.confidentialHint")}</Hint>}
          rows={6}
          maxLength={8000}
          defaultValue={view.text("confidential", form.confidential)}
          error={view.error("confidential")}
        />
      </div>
    </Card>
  );
}
