import { expect, test } from 'vitest';
import type { Bookmark } from '../../../src/model/page.ts';
import { openDocument } from '../../../src/formats/pdf/pdf-document.ts';
import { addOutline } from '../../../src/formats/pdf/pdf-outline.ts';
import { named, type WrittenObject, writtenObjects } from '../../support/written-objects.ts';

const PROPERTIES = { title: 'Title', author: 'Author', language: 'en', day: '2025-12-01', digest: '' };

function outlined(bookmarks: readonly Bookmark[]): ReadonlyMap<number, WrittenObject> {
  const document = openDocument(PROPERTIES, { width: 100, height: 200 });
  document.addPage();
  document.addPage();
  addOutline(bookmarks, 100, document);
  document.end();
  return writtenObjects(document.bytes);
}

function rootOf(objects: ReadonlyMap<number, WrittenObject>): WrittenObject | undefined {
  const catalogue = [...objects.values()].find(({ text }) => text.includes('/Type /Catalog'));
  return objects.get(named(catalogue, 'Outlines'));
}

const item = (title: string, level: number, page = 0): Bookmark => ({ title, level, page, y: 50 });

test('all items are open, and each counts all that are below it', () => {
  const objects = outlined([item('A', 1), item('B', 2), item('C', 3), item('D', 2), item('E', 1), item('F', 3)]);
  const counts = Object.fromEntries(
    [...objects.values()].flatMap(({ text }) => {
      const title = /\/Title \((\w)\)/.exec(text)?.[1];
      return title === undefined ? [] : [[title, Number(/\/Count (\d+)/.exec(text)?.[1] ?? 0)]];
    }),
  );
  expect(counts).toEqual({ A: 3, B: 1, C: 0, D: 0, E: 1, F: 0 });
  expect(rootOf(objects)?.text).toContain('/Count 6');
});

test('an item leads to the left edge of its page, at its height, enlarged as it is', () => {
  const objects = outlined([item('A', 1, 1)]);
  const pages = [...objects].filter(([, { text }]) => text.includes('/Type /Page '));
  expect(objects.get(named(rootOf(objects), 'First'))?.text).toContain(`/Dest [${pages[1]?.[0]} 0 R /XYZ 0 150 0]`);
});

test('where there is nothing to show, there is no outline', () => {
  expect([...outlined([]).values()].filter(({ text }) => text.includes('/Outlines'))).toEqual([]);
});
