import { renderToPipeableStream } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { withoutNul } from "./without-nul.server";

const sentence = "含冶金渣的低收缩超高性能混凝土及其预制构件";
const page = (
  <ul>
    {Array.from({ length: 400 }, (_, row) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change
      <li key={row}>
        {"x".repeat(row % 7)}
        {sentence}
      </li>
    ))}
  </ul>
);

async function render(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const body = withoutNul();
  renderToPipeableStream(page).pipe(body);
  for await (const chunk of body) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe("withoutNul", () => {
  it("keeps Chinese text whole at the borders of React's chunks", async () => {
    const html = await render();
    expect(html.includes(0)).toBe(false);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(html);
    expect(text.split(sentence)).toHaveLength(401);
  });
});
