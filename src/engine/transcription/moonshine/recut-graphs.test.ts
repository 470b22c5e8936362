import { InferenceSession, Tensor } from "onnxruntime-node";
import { describe, expect, it } from "vitest";
import { modelCacheDir, testModel } from "../../../../test/support/model-cache.ts";
import { recordedSpeech, spokenSentences } from "../../../../test/support/speech-fixtures.ts";
import { StockRecogniser } from "../../../../test/support/stock-recogniser.ts";
import type { PreparedModel } from "./recogniser.ts";

const MAX_TOKENS = 150;

async function run(path: string, feeds: Record<string, Tensor>, output: string): Promise<Tensor> {
  const options = { intraOpNumThreads: 1, extra: { session: { x64quantprecision: "1" } } };
  const session = await InferenceSession.create(path, options);
  const result = (await session.run(feeds))[output];
  await session.release();
  if (!(result instanceof Tensor)) throw new Error(`${path} gave no tensor ${output}.`);
  return result;
}

async function recutStates(model: PreparedModel, samples: Float32Array): Promise<Tensor> {
  const input = new Tensor("float32", samples, [1, samples.length]);
  return await run(model.encoderPath, { input_values: input }, "last_hidden_state");
}

async function recutTokens(model: PreparedModel, states: Tensor, maxTokens: number): Promise<number[]> {
  const feeds = {
    encoder_hidden_states: states,
    max_tokens: new Tensor("int64", BigInt64Array.of(BigInt(maxTokens)), []),
  };
  const { data } = await run(model.decoderPath, feeds, "tokens");
  if (!(data instanceof BigInt64Array)) throw new Error("Tokens are not integers.");
  return Array.from(data, Number);
}

describe.each(["tiny", "base"] as const)("the re-cut graphs of %s", (name) => {
  it("encode to the bit what the published encoder encodes", async () => {
    const model = await testModel(name);
    await using stock = await StockRecogniser.open(name, modelCacheDir());
    for (const { samples } of await spokenSentences()) {
      expect((await recutStates(model, samples)).data).toEqual((await stock.encode(samples)).data);
    }
  });

  it("choose the tokens the published decoder chooses, also on recordings of people where there are any", async () => {
    const model = await testModel(name);
    await using stock = await StockRecogniser.open(name, modelCacheDir());
    let tokenCount = 0;
    for (const { file, samples } of [...(await spokenSentences()), ...(await recordedSpeech())]) {
      const states = await stock.encode(samples);
      const tokens = await recutTokens(model, states, MAX_TOKENS);
      expect(tokens, file).toEqual(await stock.decode(states, MAX_TOKENS));
      tokenCount += tokens.length;
    }
    expect(tokenCount).toBeGreaterThan(30);
  });

  it("stop at the greatest number of tokens", async () => {
    const model = await testModel(name);
    await using stock = await StockRecogniser.open(name, modelCacheDir());
    const [sentence] = await spokenSentences();
    const states = await stock.encode(sentence?.samples ?? new Float32Array(0));
    expect(await recutTokens(model, states, 3)).toEqual(await stock.decode(states, 3));
  });
});
