import { TextInput, type TextInputProps } from "~/components/ui/text-input";

type Props = Omit<TextInputProps, "type" | "prefix" | "suffix" | "maxLength" | "inputMode">;

/** Date and time of the market's zone with the browser's own picker. */
export function MomentInput({ width = "medium", ...rest }: Props) {
  return <TextInput {...rest} type="datetime-local" width={width} />;
}
