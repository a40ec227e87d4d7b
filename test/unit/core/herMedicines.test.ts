import { describe, expect, test } from 'vitest';
import { buildHandout } from '#core/domain/buildHandout.ts';
import { shippedPack } from '../../support/shippedPacks.ts';
import { englishLabels, smallVisit, startProgram } from '../../support/smallVisit.ts';

const pack = await shippedPack('tacrolimus-fertility');

function hersOf(...names: string[]): string | undefined {
  const visit = smallVisit({ ...startProgram, tests: [], medicines: { known: 'some', names } }, {});
  const block = buildHandout({ visit, pack }, englishLabels, { kind: 'draft' }).explain.find((each) => each.kind === 'medicines');
  return block?.kind === 'medicines' ? block.hers?.replaceAll('\u00a0', ' ') : undefined;
}

describe('The paper warns of her own medicines', () => {
  test.each([
    [['Tab. Forcan 150 mg'], 'Tab. Forcan 150 mg (fluconazole)'],
    [['Combiflam'], 'Combiflam (ibuprofen)'],
    [['AKT-4'], 'AKT-4 (rifampicin, isoniazid)'],
    [['omeprazole'], 'omeprazole'],
    [['Combiflame'], 'Combiflame (ibuprofen)'],
    [['Folic acid', 'Eptoin', 'Omez 20'], 'Eptoin (phenytoin) and Omez 20 (omeprazole)'],
    [['फोरकैन'], 'फोरकैन (fluconazole)'],
  ])('%j: You take %s', (names, said) => {
    expect(hersOf(...names)).toContain(`*You take ${said}.*`);
    expect(hersOf(...names)).toContain('Don’t stop either medicine; call us.');
  });

  test('and is silent about what the list does not hold', () => {
    expect(hersOf('Folic acid', 'Thyroid tablet', 'Pantoprazole')).toBeUndefined();
  });
});
