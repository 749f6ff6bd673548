import type { ReactNode } from "react";
import { TextInput, type TextInputProps } from "./text-input";

interface NumberInputProps extends Omit<TextInputProps, "type" | "suffix" | "inputMode"> {
  /** Shown behind the number. */
  unit?: ReactNode;
  /** Whole numbers only: asks phones for the digit pad. */
  integer?: boolean;
}

/**
 * A number as text: `type="number"` drops full-width digits and changes on a mouse wheel.
 * The server reads and normalises what was typed.
 */
export function NumberInput({ unit, integer, width = "medium", ...rest }: NumberInputProps) {
  return (
    <TextInput
      autoComplete="off"
      {...rest}
      width={width}
      inputMode={integer ? "numeric" : "decimal"}
      suffix={unit}
    />
  );
}
