import { createContext, useContext } from "react";
import { useTranslation } from "react-i18next";
import { Checkbox } from "~/components/ui/checkbox";
import { DateInput } from "~/components/ui/date-input";
import { MoneyInput } from "~/components/ui/money-input";
import { NumberInput } from "~/components/ui/number-input";
import type { Option, OptionGroup } from "~/components/ui/options";
import { Select } from "~/components/ui/select";
import type { CheckedFields, IncentiveField } from "~/domain/incentives/incentives-schema";
import { useErrorText } from "~/i18n/use-error-text";

interface FormState {
  typed: CheckedFields["typed"];
  errors: CheckedFields["errors"];
}

/** What was typed and refused, for every field of the form. */
export const IncentiveFormState = createContext<FormState>({ typed: {}, errors: {} });

type Hinted = keyof typeof import("~/i18n/zh-CN/incentives").incentives.hint;

interface FieldProps {
  name: IncentiveField;
  hint?: Hinted;
  required?: boolean;
}

function useFrame({ name, hint, required }: FieldProps) {
  const { t } = useTranslation("incentives");
  const errorText = useErrorText();
  const { typed, errors } = useContext(IncentiveFormState);
  return {
    name,
    label: t(`field.${name}`),
    hint: hint && t(`hint.${hint}`),
    error: errorText(errors[name]),
    required,
    value: typed[name] ?? "",
  };
}

export function AmountField(props: FieldProps) {
  const { value, ...frame } = useFrame(props);
  return <MoneyInput {...frame} defaultValue={value} />;
}

export function DayField(props: FieldProps) {
  const { value, ...frame } = useFrame(props);
  return <DateInput {...frame} defaultValue={value} />;
}

export function NumberField({ unit, ...props }: FieldProps & { unit: "years" | "percent" }) {
  const { t } = useTranslation("incentives");
  const { value, ...frame } = useFrame(props);
  return <NumberInput {...frame} defaultValue={value} unit={t(`unit.${unit}`)} />;
}

interface ChoiceFieldProps extends FieldProps {
  options: ReadonlyArray<Option | OptionGroup>;
  placeholder?: string;
}

export function ChoiceField({ options, placeholder, ...props }: ChoiceFieldProps) {
  const { value, ...frame } = useFrame(props);
  return <Select {...frame} defaultValue={value} options={options} placeholder={placeholder} />;
}

/** `isUsual`: ticked in a form that nobody has filled in yet. */
export function TickField({ isUsual, ...props }: FieldProps & { isUsual?: boolean }) {
  const { typed } = useContext(IncentiveFormState);
  const { value, required: _, ...frame } = useFrame(props);
  const isFresh = Object.keys(typed).length === 0;
  return <Checkbox {...frame} defaultChecked={isFresh ? isUsual : value === "on"} />;
}
