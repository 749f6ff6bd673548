import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextInput } from "~/components/ui/text-input";
import { checkUscc, normaliseUscc } from "~/domain/identity/uscc-rules";

/**
 * Credit code with its check digit read as it is typed. A failing digit warns and never blocks:
 * without scripts the server gives the same warning.
 */
export function UsccInput({
  defaultValue,
  error,
}: {
  defaultValue: string;
  error: string | undefined;
}) {
  const { t } = useTranslation("identity");
  const [text, setText] = useState(defaultValue);
  const code = normaliseUscc(text);
  const check = code.length === 18 ? checkUscc(code) : null;
  return (
    <div className="space-y-1.5">
      <TextInput
        name="uscc"
        label={t("fields.uscc")}
        hint={t("fields.usccHint")}
        defaultValue={defaultValue}
        error={error}
        width="medium"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p role="status" className="text-sm">
        {check?.form === "RIGHT" && check.isCheckDigitMet && (
          <span className="text-success-700">{t("fields.usccMet")}</span>
        )}
        {check?.form === "RIGHT" && !check.isCheckDigitMet && !error && (
          <span className="text-warning-700">
            {t("fields.usccUnmet", { expected: check.expected })}
          </span>
        )}
      </p>
    </div>
  );
}
