import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextInput, type TextInputProps } from "./text-input";
import { readYuan } from "./yuan-reading";

interface MoneyInputProps extends Omit<TextInputProps, "type" | "prefix" | "suffix" | "inputMode"> {
  defaultValue?: string;
}

/** Yuan in, yuan out (as text); reads the amount back in 万/亿 so that zeros can be checked. */
export function MoneyInput({ width = "medium", onInput, ...rest }: MoneyInputProps) {
  const { t } = useTranslation("ui");
  const [typed, setTyped] = useState(rest.defaultValue ?? "");
  const reading = readYuan(typed);
  return (
    <div>
      <TextInput
        autoComplete="off"
        {...rest}
        width={width}
        inputMode="decimal"
        prefix="¥"
        suffix={t("money.yuan")}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          onInput?.(event);
        }}
      />
      {reading && (
        <p className="tabular mt-1 text-sm text-muted">
          {t(reading.unit === "yi" ? "money.readingYi" : "money.readingWan", {
            amount: reading.amount,
          })}
        </p>
      )}
    </div>
  );
}
