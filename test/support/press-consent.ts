import type { TestServer } from "./tamtam.ts";

/** What a browser does with the page that asks the operator: sends its form with the button that was pressed. @returns where it is sent then */
export async function pressConsent(server: TestServer, button: "allow" | "refuse", url: URL): Promise<URL> {
  const page = await (await server.fetch(url.href)).text();
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const body = new URLSearchParams();
  for (const [, name = "", value = ""] of fields) body.append(name, value);
  body.set("decision", button);
  const headers = { Origin: server.url, "Sec-Fetch-Site": "same-origin" };
  const answer = await server.fetch("/oauth2/authorize", { method: "POST", body, headers, redirect: "manual" });
  return new URL(answer.headers.get("Location") ?? "about:blank");
}
