/** Look of the stand-alone verifier: nothing is loaded, so it brings its own. */
export const offlinePageStyle = `:root {
  color-scheme: light;
  font:
    16px / 1.6 system-ui,
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans SC",
    sans-serif;
  color: #1c2733;
  background: #f6f8fa;
}
* {
  box-sizing: border-box;
}
body {
  margin: 0;
}
main {
  max-width: 44rem;
  margin: 0 auto;
  padding: 1.5rem 1rem 3rem;
}
header {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 1rem;
  align-items: baseline;
  justify-content: space-between;
}
h1 {
  font-size: 1.5rem;
  line-height: 1.3;
  margin: 0;
}
.hint {
  color: #4a5a69;
  font-size: 0.9rem;
  margin: 0.25rem 0;
}
form,
.file {
  background: #fff;
  border: 1px solid #d5dde5;
  border-radius: 0.5rem;
  padding: 1rem;
  margin-top: 1rem;
}
label {
  display: block;
  font-weight: 600;
}
textarea {
  width: 100%;
  min-height: 6rem;
  font: inherit;
  font-size: 0.9rem;
  padding: 0.5rem;
  border: 1px solid #8a99a8;
  border-radius: 0.375rem;
  margin: 0.25rem 0 0.75rem;
  overflow-wrap: anywhere;
}
input[type="file"] {
  width: 100%;
  font: inherit;
  margin-top: 0.5rem;
}
button {
  font: inherit;
  min-height: 2.75rem;
  padding: 0.4rem 1.25rem;
  border-radius: 0.375rem;
  border: 1px solid #0b5c8a;
  background: #0b5c8a;
  color: #fff;
  cursor: pointer;
}
button.plain {
  background: none;
  color: #0b5c8a;
}
:focus-visible {
  outline: 3px solid #e0a100;
  outline-offset: 2px;
}
.result {
  background: #fff;
  border: 1px solid #d5dde5;
  border-left: 0.5rem solid #8a99a8;
  border-radius: 0.5rem;
  padding: 1rem;
  margin-top: 1rem;
}
.result p {
  margin: 0.25rem 0;
}
.answer {
  font-size: 1.5rem;
  font-weight: 700;
}
.good {
  border-left-color: #17703c;
}
.good .answer {
  color: #17703c;
}
.bad {
  border-left-color: #b3261e;
}
.bad .answer {
  color: #b3261e;
}
.unsure {
  border-left-color: #8a5a00;
}
.unsure .answer {
  color: #8a5a00;
}
.warning {
  font-weight: 700;
  color: #8a5a00;
}
dl {
  display: grid;
  grid-template-columns: minmax(7rem, max-content) 1fr;
  gap: 0.25rem 1rem;
  margin: 0.75rem 0;
}
dt {
  color: #4a5a69;
}
dd {
  margin: 0;
  overflow-wrap: anywhere;
  font-weight: 600;
}
a {
  color: #0b5c8a;
  overflow-wrap: anywhere;
}
@media (max-width: 28rem) {
  dl {
    grid-template-columns: 1fr;
    gap: 0;
  }
  dd {
    margin-bottom: 0.5rem;
  }
}
`;
