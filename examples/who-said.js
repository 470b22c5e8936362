// Prints who says a word in the calls of a time, and when:
//   node examples/who-said.js pricing 2025-06-01T00:00:00Z 2025-07-01T00:00:00Z
// GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET are read, and GONG_BASE_URL, which is a tenant's or a Tamtam server's.
import { createClient, RemoteError } from "tamtam";

const { GONG_BASE_URL, GONG_ACCESS_KEY = "", GONG_ACCESS_KEY_SECRET = "" } = process.env;
const [word = "", fromDateTime, toDateTime] = process.argv.slice(2);

const gong = createClient({
  baseUrl: GONG_BASE_URL,
  credentials: { accessKey: GONG_ACCESS_KEY, accessKeySecret: GONG_ACCESS_KEY_SECRET },
});

try {
  const speakers = new Map();
  const contentSelector = { exposedFields: { parties: true } };
  for await (const { parties = [] } of gong.detailedCalls({ filter: { fromDateTime, toDateTime }, contentSelector })) {
    for (const { speakerId, name } of parties) speakers.set(speakerId, name);
  }
  for await (const { callId, transcript } of gong.transcripts({ filter: { fromDateTime, toDateTime } })) {
    for (const { speakerId, sentences } of transcript) {
      for (const { start, text } of sentences) {
        if (!text.toLowerCase().includes(word.toLowerCase())) continue;
        console.log(`${callId} ${Math.floor(start / 1000)} s, ${speakers.get(speakerId) ?? "somebody"}: ${text}`);
      }
    }
  }
} catch (error) {
  if (!(error instanceof RemoteError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
