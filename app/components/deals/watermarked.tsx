import { type ReactNode, useId } from "react";

/**
 * Content under a repeated line of text, on the screen and on paper: the pattern is part of the page,
 * because browsers leave backgrounds out when they print.
 */
export function Watermarked({ text, children }: { text: string; children: ReactNode }) {
  const id = useId().replaceAll(":", "");
  return (
    <div className="relative overflow-hidden rounded-lg border border-line bg-surface">
      <div className="p-5">{children}</div>
      <svg
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 size-full text-ink opacity-15 select-none"
      >
        <defs>
          <pattern
            id={id}
            width="340"
            height="130"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(-24)"
          >
            <text x="10" y="70" fontSize="14" fill="currentColor">
              {text}
            </text>
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill={`url(#${id})`} />
      </svg>
    </div>
  );
}
