import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { MoneyInput } from "~/components/ui/money-input";
import { TextInput } from "~/components/ui/text-input";
import { costField } from "~/domain/registration/self-check-schema";
import { NON_TECHNICAL_KINDS } from "~/domain/shared/tech-contract";

export interface SelfCheckPart {
  errors: Readonly<Record<string, string | undefined>>;
  /** What was typed into a field. */
  text: (name: string) => string;
}

/** Total, technical amount, and the items between them. */
export function SelfCheckAmounts({ errors, text }: SelfCheckPart) {
  const { t } = useTranslation("registration");
  return (
    <Card title={t("selfCheck.amounts")}>
      <div className="grid gap-5 sm:grid-cols-2">
        {(["total", "technical"] as const).map((name) => (
          <MoneyInput
            key={name}
            name={name}
            label={t(`selfCheck.${name}`)}
            hint={t(`selfCheck.${name}Hint`)}
            error={errors[name]}
            defaultValue={text(name)}
          />
        ))}
        {NON_TECHNICAL_KINDS.map((kind) => (
          <MoneyInput
            key={kind}
            name={costField(kind)}
            label={t(`cost.${kind}`)}
            error={errors[costField(kind)]}
            defaultValue={text(costField(kind))}
          />
        ))}
        <TextInput
          name="carrierSets"
          label={t("selfCheck.carrierSets")}
          inputMode="numeric"
          error={errors.carrierSets}
          defaultValue={text("carrierSets")}
          width="medium"
        />
      </div>
    </Card>
  );
}
