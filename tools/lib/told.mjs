/** What the extension has read and noted on a page, in the form that people and scorers are given. */

/** @typedef {import("../../extension/wire.d.ts").Report} Report */
/** @typedef {import("../../extension/wire.d.ts").Seen} Seen */

/** A report as `./build.sh inspect` prints it. @param {Report} report */
export const told = ({ site, page_kind, videos, errors }) => ({ site, page_kind, videos: videos.map(seen), errors });

/** @param {Seen} seen */
function seen({ video, missed, assessment, badge }) {
  const { id, title, description, hashtags, creator, captions } = video;
  const { name, handle, bio } = creator;
  const { state = "not_read", notes = [], credential = null } = assessment ?? {};
  return {
    id, title, description, hashtags, creator: { name, handle, bio }, captions, missed, state,
    notes: notes.map(({ category, rule, field, quote }) => ({ category, rule, field, quote })),
    credential,
    badge: badge ?? { visible: false, rect: [0, 0, 0, 0] },
  };
}

/** Everything worth saying about a video, in a few words each: notes, credential, good practice. @param {Seen} seen */
export function remarks({ assessment }) {
  if (!assessment) return ["not assessed"];
  const { notes, practices, credential } = assessment;
  const quoted = [...notes, ...practices].map(({ category, quote }) => `${category} “${quote}”`);
  return credential.status === "not_found" ? quoted : [...quoted, `${credential.status} “${credential.which?.quote ?? credential.who?.quote ?? ""}”`];
}
