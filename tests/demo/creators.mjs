/**
 * The people of the demo feed. All of them are invented; any likeness in name is chance.
 *
 * @typedef {object} Creator
 * @property {string} handle without `@`
 * @property {string} name as displayed, post-nominals included
 * @property {string} bio the profile text
 * @property {string} followers as displayed
 * @property {string} colour of the drawn avatar
 */

/** @type {Record<string, Creator>} */
export const creators = {
  amara: {
    handle: "dramaraosei",
    name: "Dr Amara Osei, Clinical Psychologist",
    bio: "Clinical psychologist, HCPC registered, London (UK). Education, not therapy. I cannot answer personal questions here. In a crisis call 116 123.",
    followers: "182K",
    colour: "#8f7aa0",
  },
  bea: {
    handle: "bold.bea",
    name: "Bea <b>Bold</b>",
    bio: "<marquee>I like angle brackets & quotes \"\" ''</marquee>",
    followers: "3.1K",
    colour: "#b4636f",
  },
  cora: {
    handle: "calmwithcora",
    name: "Calm With Cora",
    bio: "Breath, tea and a new you. Join the 7-day reset, link below.",
    followers: "640K",
    colour: "#8d6b55",
  },
  dana: {
    handle: "planksanddana",
    name: "Planks and Dana",
    bio: "I build small things slowly.",
    followers: "77K",
    colour: "#a0764a",
  },
  focus: {
    handle: "focusclubdaily",
    name: "Focus Club",
    bio: "Short videos for busy brains.",
    followers: "1.1M",
    colour: "#5a7386",
  },
  golden: {
    handle: "goldenrootwellness",
    name: "Golden Root Wellness",
    bio: "Roots, teas, tinctures. Shop: goldenroot.example",
    followers: "212K",
    colour: "#c79a3c",
  },
  hanne: {
    handle: "hannesings",
    name: "Hanne Sings",
    bio: "Voice teacher in Bergen. New warm-up every Monday.",
    followers: "94K",
    colour: "#a4605a",
  },
  hayat: { handle: "bayt.alhuduu", name: "بيت الهدوء", bio: "طبخ وحكايات من البيت.", followers: "58K", colour: "#4d7c8a" },
  ines: {
    handle: "drinescarvalho",
    name: "Dr. Ines Carvalho, MD",
    bio: "Board-certified psychiatrist in Boston, Massachusetts. Videos are not a consultation.",
    followers: "301K",
    colour: "#6b7fa3",
  },
  ink: {
    handle: "inkandmargin",
    name: "Ink and Margin",
    bio: "Paper, pens, lists.",
    followers: "45K",
    colour: "#a98c6a",
  },
  jonah: {
    handle: "jonahlevel",
    name: "Jonah, Level",
    bio: "Living with bipolar since 2011. I talk about my life, not yours.",
    followers: "29K",
    colour: "#3f5570",
  },
  leo: {
    handle: "leo.plainly",
    name: "Leo, plainly",
    bio: "One person, one story. Not advice.",
    followers: "18K",
    colour: "#5d8a76",
  },
  lin: {
    handle: "linzhao.coach",
    name: "Lin Zhao | Certified Mindset Coach",
    bio: "Certified life coach and NLP practitioner. Book a call.",
    followers: "88K",
    colour: "#7d8a4e",
  },
  mara: {
    handle: "mara.quill",
    name: "Mara Quill",
    bio: "Still here. Poems and plain talk.",
    followers: "73K",
    colour: "#6d7480",
  },
  marisol: {
    handle: "marisolvegapsico",
    name: "Marisol Vega, psicóloga",
    bio: "Psicóloga en Valencia. Contenido educativo.",
    followers: "120K",
    colour: "#b98a5e",
  },
  mateo: {
    handle: "mateoriveralmft",
    name: "Mateo Rivera, LMFT",
    bio: "Licensed marriage and family therapist in California. Not your therapist.",
    followers: "52K",
    colour: "#4f6d7a",
  },
  nadia: {
    handle: "nadiareadsstudies",
    name: "Nadia Reads Studies",
    bio: "Science student. I read the paper so that the headline can sit down.",
    followers: "140K",
    colour: "#51664c",
  },
  pantry: {
    handle: "pantrynotes",
    name: "Pantry Notes",
    bio: "Cheap, slow, good. Recipes in the comments.",
    followers: "330K",
    colour: "#6f8757",
  },
  pixel: {
    handle: "pixelporridge",
    name: "Pixel Porridge",
    bio: "Hard games, soft voice.",
    followers: "410K",
    colour: "#5b4e8c",
  },
  priya: {
    handle: "priyaintraining",
    name: "Priya Nair",
    bio: "Counselling student, second year, supervised practice. Learning in public.",
    followers: "9.4K",
    colour: "#a85a7d",
  },
  ravi: {
    handle: "ravieatsthecity",
    name: "Ravi Eats the City",
    bio: "Sandwiches, mostly.",
    followers: "505K",
    colour: "#c9773f",
  },
  sam: {
    handle: "sixstringssam",
    name: "Six Strings Sam",
    bio: "Guitar lessons for people with short fingers.",
    followers: "61K",
    colour: "#3d5a5e",
  },
  tomo: {
    handle: "tomolifts",
    name: "Tomo Lifts",
    bio: "Strength for desk people.",
    followers: "97K",
    colour: "#455a66",
  },
  tunde: {
    handle: "nightshiftdiaries",
    name: "Night Shift Diaries",
    bio: "Tunde, ward porter. Stories from the small hours.",
    followers: "38K",
    colour: "#3b3550",
  },
  two: {
    handle: "twochairs",
    name: "Two Chairs",
    bio: "Two friends talk. Nobody is fixed by the end.",
    followers: "7.4K",
    colour: "#55476b",
  },
  weather: {
    handle: "slowweather",
    name: "Slow Weather",
    bio: "One window, all seasons.",
    followers: "1.2M",
    colour: "#7f9fa5",
  },
  willow: {
    handle: "willowhart",
    name: "Willow Hart",
    bio: "Small mornings.",
    followers: "61K",
    colour: "#6d7f73",
  },
  yuki: {
    handle: "yuki.daidokoro",
    name: "ゆきの台所",
    bio: "毎日の朝ごはん。",
    followers: "86K",
    colour: "#9c7f86",
  },
};

/** Whose page a handle leads to: the first creator's for a handle that nobody has. @param {string} handle */
export function byHandle(handle) {
  const [[first, other]] = /** @type {[[string, Creator]]} */ (Object.entries(creators));
  const [key, creator] = Object.entries(creators).find(([, creator]) => creator.handle === handle) ?? [first, other];
  return { key, creator };
}
