import { expect, test } from "vitest";
import { keepsSecrets } from "./secret-transport.ts";

test.each([
  ["https://us-1.api.gong.io", true],
  ["http://localhost:8090", true],
  ["http://127.0.0.1:8090", true],
  ["http://127.1", true],
  ["http://[::1]:8090", true],
  ["http://us-1.api.gong.io", false],
  ["http://127.0.0.1.example.com", false],
  ["http://localhost.example.com", false],
  ["http://10.0.0.7", false],
])("whether %s keeps secrets is %s", (url, expected) => {
  expect(keepsSecrets(new URL(url))).toBe(expected);
});
