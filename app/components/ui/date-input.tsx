import { TextInput, type TextInputProps } from "./text-input";

type DateInputProps = Omit<
  TextInputProps,
  "type" | "prefix" | "suffix" | "maxLength" | "inputMode"
>;

/** Calendar date (YYYY-MM-DD) with the browser's own picker; `min`/`max` as YYYY-MM-DD. */
export function DateInput({ width = "medium", ...rest }: DateInputProps) {
  return <TextInput {...rest} type="date" width={width} />;
}
