import { expect, test } from 'vitest';
import { frequencyBlocks } from '../../src/models/frequencyBlocks.ts';

test('rows of one frequency are a block, with the customers of all of them', () => {
  const blocks = frequencyBlocks(Float64Array.of(0, 0, 1, 4, 4, 4), Float64Array.of(5, 2, 1, 1, 3, 2));
  expect([...blocks.frequency]).toEqual([0, 1, 4]);
  expect([...blocks.offsets]).toEqual([0, 2, 3, 6]);
  expect([...blocks.weight]).toEqual([7, 1, 6]);
});

test('one row is one block', () => {
  const blocks = frequencyBlocks(Float64Array.of(3), Float64Array.of(9));
  expect([[...blocks.frequency], [...blocks.offsets], [...blocks.weight]]).toEqual([[3], [0, 1], [9]]);
});
