import { html } from "hono/html";
import type { AuthorizationRequest, ConsentQuestion } from "../../../gong-api/oauth.ts";
import { authorizationFields } from "./oauth-parameters.ts";

type Html = ReturnType<typeof html>;

const STYLE = html`<style>
  body {
    max-width: 34rem;
    margin: 4rem auto;
    padding: 0 1rem;
    font:
      1rem/1.5 system-ui,
      sans-serif;
  }
  h1 {
    font-size: 1.4rem;
  }
  code {
    overflow-wrap: anywhere;
  }
  button {
    font: inherit;
    padding: 0.4rem 1.2rem;
    margin-right: 0.8rem;
  }
</style>`;

/** Asks the operator whether the app may do what it wants to. Nothing runs on it and nothing is loaded. */
export function consentPage(request: AuthorizationRequest, question: ConsentQuestion, accessKey: string): Html {
  const { appName, redirectUri, scopes, ticket } = question;
  const fields = [...authorizationFields(request), ["ticket", ticket] as const];
  return page(
    `Allow ${appName}?`,
    html`<p><strong>${appName}</strong> wants to use the calls of your company on this server:</p>
      <ul>
        ${scopes.map((scope) => html`<li><code>${scope}</code></li>`)}
      </ul>
      <p>
        It will be told at <code>${redirectUri}</code>. You are signed in with the access key <code>${accessKey}</code>.
      </p>
      <form method="post" action="authorize">
        ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        <button name="decision" value="allow">Allow</button>
        <button name="decision" value="refuse">Refuse</button>
      </form>`,
  );
}

/** Says to the person in front of the browser why the app cannot be connected. */
export function refusalPage(message: string): Html {
  return page("This app cannot be connected", html`<p>${message}</p>`);
}

function page(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${STYLE}
      </head>
      <body>
        <h1>${title}</h1>
        ${content}
      </body>
    </html>`;
}
