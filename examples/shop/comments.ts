import { chance, pick, type Random } from './random.ts';
import type { MarketName } from './truth.ts';

const COMMENT_SHARE = 0.22;

// Commas, quotes, line breaks and letters beyond ASCII are here on purpose: they are what breaks a naive CSV reader.
const COMMENTS = {
  US: {
    good: [
      'Love the Ethiopian roast, ordering again.',
      'Fresh, fast, friendly',
      'My mother-in-law calls it "the good stuff"',
      'Great tea selection, great prices, no complaints.',
      'Two thumbs up!\nThe sample in the box was a nice touch.',
    ],
    fair: [
      'Good coffee, shipping could be cheaper',
      'It is fine.',
      'Wish you had a "half bag" option',
      'Tastes good, but the grind was coarser than I asked for.',
    ],
    bad: [
      'Box came late, bag was torn',
      'Third late delivery in a row.\nI am done.',
      'Support told me to "please be patient", for two weeks',
      'Too expensive for what it is, sorry.',
      'Nobody answers my emails',
    ],
  },
  DE: {
    good: [
      'Schmeckt hervorragend, gerne wieder!',
      'Der Darjeeling ist "ein Gedicht"',
      'Schnelle Lieferung, schöne Verpackung',
      'Endlich Kaffee, der nicht bitter ist.\nDanke!',
    ],
    fair: ['Ganz in Ordnung', 'Guter Kaffee, aber etwas teuer', 'Mahlgrad war nicht ganz wie bestellt, sonst gut.'],
    bad: [
      'Lieferung kam zu spät, Tüte war offen',
      'Auf meine Frage kam nur "Bitte haben Sie Geduld"',
      'Zu teuer.\nUnd die Hotline ist nie erreichbar.',
      'Leider enttäuscht',
    ],
  },
} as const;

/** What a customer wrote beside the score; most write nothing. */
export function drawComment(random: Random, market: MarketName, mood: 'good' | 'fair' | 'bad'): string {
  return chance(random, COMMENT_SHARE) ? pick<string>(random, COMMENTS[market][mood]) : '';
}
