/** Gives the next number of a stream: at least 0, below 1. */
export type Random = () => number;

/**
 * A stream of its own for every topic and number, so that a new table or a new draw in one of them moves no other.
 * Whole-number arithmetic only (the sfc32 generator of the PractRand suite): the same on every engine.
 */
export function randomStream(seed: number, topic: string, number = 0): Random {
  let a = seed | 0;
  let b = hashText(topic);
  let c = number | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 20; round++) next();
  return next;
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

/** Whether a coin that shows heads with this probability does so. */
export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** A whole number from `least` to `most`, each as likely. */
export function wholeBetween(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** One of the items, each as likely. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[wholeBetween(random, 0, items.length - 1)]!;
}

/** The index of one of the weights, as likely as its share of their sum. */
export function pickWeighted(random: Random, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let index = 0; index < weights.length - 1; index++) {
    left -= weights[index]!;
    if (left < 0) return index;
  }
  return weights.length - 1;
}

/** Nearly a standard normal: twelve uniforms less 6, for logarithm and cosine differ in their last bits by engine. */
export function nearNormal(random: Random): number {
  let sum = -6;
  for (let count = 0; count < 12; count++) sum += random();
  return sum;
}

/** Nearly a gamma of mean 1 and shape `squares` / 2: the mean of so many squared near normals. */
export function nearGamma(random: Random, squares: number): number {
  let sum = 0;
  for (let count = 0; count < squares; count++) {
    const normal = nearNormal(random);
    sum += normal * normal;
  }
  return sum / squares;
}
