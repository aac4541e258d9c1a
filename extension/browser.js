// @ts-check
/** The one door to the browser's API: Firefox calls it `browser`, Chrome `chrome`; both answer with promises. */

export const browser = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;

/**
 * Asks the background. `null` where it can not answer: it failed, or it does not know the question.
 * @template T
 * @param {import("./wire").Request} request
 * @returns {Promise<T | null>}
 */
export async function ask(request) {
  const answer = await browser.runtime.sendMessage(request);
  if (answer?.error) console.error("Second Look:", answer.error);
  return answer?.error ? null : (answer ?? null);
}

/**
 * What a policy of a school or clinic sets. Firefox fails where there is none.
 * @returns {Promise<Record<string, unknown>>}
 */
export const managed = () => browser.storage.managed.get(null).catch(() => ({}));

/**
 * All that counts: what the viewer chose, and in its place what a policy sets.
 * @returns {Promise<Record<string, unknown>>}
 */
export async function stored() {
  const [own, set] = await Promise.all([browser.storage.local.get(null), managed()]);
  return { ...own, ...set };
}
