import { html } from "hono/html";
import type { CallAnswer } from "../../../connection/call-answer.ts";
import { clockTime } from "../../../connection/clock-time.ts";

type Html = ReturnType<typeof html>;
type Sentence = NonNullable<CallAnswer["transcript"]>["sentences"][number];
type Content = NonNullable<CallAnswer["content"]>;

/** Of the page's own files, beside its address. */
export const STYLE_FILE = "call/page.css";
export const SCRIPT_FILE = "call/page.js";

/** One call for a person to read and hear: who, when, what came of it, and what was said, each sentence with its place in the recording. */
export function callPage(call: CallAnswer): Html {
  const title = call.title ?? `Call ${call.callId}`;
  return html`<!doctype html>
    <html lang="${call.language ?? "en"}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${STYLE_FILE}" />
        <script src="${SCRIPT_FILE}" defer></script>
      </head>
      <body>
        <h1>${title}</h1>
        <p>${factsOf(call).join(" · ")}</p>
        <ul>
          ${call.parties.map(({ name, emailAddress, phoneNumber, affiliation }) => {
            const address = emailAddress ?? phoneNumber;
            return html`<li>
              ${name ?? address ?? "Unknown"} (${affiliation})${name && address ? ` ${address}` : ""}
            </li>`;
          })}
        </ul>
        ${failureOf(call)} ${playerOf(call)} ${call.content ? contentOf(call.content) : ""} ${transcriptOf(call)}
      </body>
    </html>`;
}

function factsOf({ actualStart, duration, direction, disposition, status, primaryUser }: CallAnswer): string[] {
  const start = actualStart.replace("T", " ");
  return [
    start,
    ...(duration === null ? [] : [clockTime(duration)]),
    direction,
    ...(disposition ? [disposition] : []),
    `Host: ${primaryUser.name ?? primaryUser.emailAddress ?? primaryUser.userId}`,
    status,
  ];
}

function failureOf({ failure, warnings = [] }: CallAnswer): Html {
  const lines = [...(failure ? [`Failed at ${failure.stage}: ${failure.reason}`] : []), ...warnings];
  return html`${lines.map((line) => html`<p role="alert">${line}</p>`)}`;
}

/** Asked of this server by its path alone, whatever name it was reached by. */
function playerOf({ media }: CallAnswer): Html | "" {
  if (media?.videoUrl) return html`<video controls preload="metadata" src="${pathOf(media.videoUrl)}"></video>`;
  if (media?.audioUrl) return html`<audio controls preload="metadata" src="${pathOf(media.audioUrl)}"></audio>`;
  return "";
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname.slice(1)}${search}`;
}

function contentOf({ brief, topics, nextSteps = [] }: Content): Html {
  return html`${brief === null ? "" : section("Brief", html`<p>${brief}</p>`)}
  ${listOf(
    "Topics",
    topics.map(({ name, duration }) => `${name} ${clockTime(duration)}`),
  )}
  ${listOf(
    "Next steps",
    nextSteps.map(({ speaker, text }) => `${speaker ?? "Somebody"}: ${text}`),
  )}`;
}

function listOf(title: string, lines: readonly string[]): Html | "" {
  return lines.length === 0
    ? ""
    : section(
        title,
        html`<ul>
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>`,
      );
}

function transcriptOf({ transcript }: CallAnswer): Html | "" {
  if (!transcript) return "";
  return section(
    "Transcript",
    html`<ol>
      ${transcript.sentences.map(sentenceOf)}
    </ol>`,
  );
}

function sentenceOf({ start, speaker, affiliation, text }: Sentence): Html {
  return html`<li>
    <button data-start="${start}">${clockTime(start)}</button> <b>${speaker ?? affiliation}</b> ${text}
  </li>`;
}

function section(title: string, content: Html): Html {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`;
}

export const pageStyle = `
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
audio, video { width: 100%; position: sticky; top: 0; background: Canvas; }
ol { list-style: none; padding: 0; }
button { font: inherit; border: 0; background: none; color: LinkText; cursor: pointer; font-variant-numeric: tabular-nums; }
.now { background: Highlight; color: HighlightText; }
[role="alert"] { border-left: 0.3rem solid; padding-left: 0.7rem; }
`;

/** Plays from the sentence whose time is pressed, and shows which one is being said. */
export const pageScript = `
const player = document.querySelector("audio, video");
const buttons = [...document.querySelectorAll("[data-start]")];
for (const button of buttons) {
  button.addEventListener("click", () => {
    if (!player) return;
    player.currentTime = Number(button.dataset.start);
    player.play();
  });
}
player?.addEventListener("timeupdate", () => {
  const now = buttons.findLast((button) => Number(button.dataset.start) <= player.currentTime);
  for (const button of buttons) button.parentElement.classList.toggle("now", button === now);
});
`;
