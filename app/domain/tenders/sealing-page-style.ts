/** Look of the page for sealing away from the market: nothing is loaded, so it brings its own. */
export const sealingPageStyle = `:root { color-scheme: light; font: 16px / 1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; color: #1c2733; background: #f6f8fa; }
* { box-sizing: border-box; }
body { margin: 0; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.3; }
label { display: block; margin-top: 1.25rem; font-weight: 600; }
input, textarea { width: 100%; margin-top: 0.25rem; padding: 0.5rem 0.75rem; font: inherit; border: 1px solid #6b7a88; border-radius: 6px; background: #fff; }
input:focus-visible, textarea:focus-visible, button:focus-visible { outline: 3px solid #1f5fbf; outline-offset: 2px; }
button { min-height: 2.75rem; margin-top: 1.5rem; padding: 0 1.25rem; font: inherit; font-weight: 600; color: #fff; background: #1d4f91; border: 0; border-radius: 6px; }
.hint { margin: 0.25rem 0 0; color: #4a5866; font-weight: 400; font-size: 0.9rem; overflow-wrap: anywhere; }
#answer { margin-top: 1.5rem; padding: 0.75rem 1rem; background: #e8f0fa; border-radius: 6px; }
#answer[hidden] { display: none; }
`;
