import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import type { PrintRequest } from '#backend/printing/port.ts';
import { type RunScript, sumatraSettings, WindowsPort } from '#backend/printing/windowsPort.ts';
import { JOB, LIST, PRINT } from '#backend/printing/windowsScripts.ts';

const request: PrintRequest = {
  printer: "Dr. O'Neil \\ $(calc)",
  title: 'CL-7K2M-94QX v1',
  copies: 2,
  sides: 'both',
  media: 'A4',
  scaling: 'none',
  tray: 'Tray 2',
};
const port = (run: RunScript) => new WindowsPort({ sumatra: 'C:\\SumatraPDF.exe', run });

test('SumatraPDF is told size, scaling, sides, copies and tray', () => {
  expect(sumatraSettings(request)).toBe('2x,duplexlong,paper=A4,noscale,bin=Tray 2');
  expect(sumatraSettings({ ...request, copies: 1, sides: 'one', media: 'Letter', scaling: 'fit', tray: null })).toBe(
    '1x,simplex,paper=letter,fit',
  );
});

test('the paper lies in a file of this user only, named by its code, while it is printed, and nothing of a name becomes a command', async () => {
  let folder = '';
  const id = await port(async (script, values) => {
    const file = values.CL_FILE ?? '';
    folder = dirname(file);
    expect(file).toMatch(/CL-7K2M-94QX-v1\.pdf$/);
    expect(readFileSync(file, 'utf8')).toBe('%PDF of a patient');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(script).toContain(PRINT);
    expect(script).not.toContain('calc');
    expect(values.CL_PRINTER).toBe(request.printer);
    return '12';
  }).print(Buffer.from('%PDF of a patient'), request);
  expect(id).toBe('12');
  expect(existsSync(folder)).toBe(false);
});

test('a job that was never seen in the spooler is not known; one that left it is done; one that stands there with an error is not', async () => {
  await expect(port(async () => '').print(Buffer.from('%PDF'), request)).rejects.toMatchObject({ kind: 'noAnswer' });
  await expect(port(() => Promise.reject(new Error('timeout'))).print(Buffer.from('%PDF'), request)).rejects.toMatchObject({
    kind: 'noAnswer',
  });
  const says = (answer: unknown) => port(async (script) => (script === JOB ? JSON.stringify(answer) : ''));
  expect(await says([]).status('p', '12')).toEqual({ state: 'left', pagesOut: null, begun: true });
  expect(await says([{ JobStatus: 'Printing', PagesPrinted: 2 }]).status('p', '12')).toEqual({
    state: 'printing',
    pagesOut: 2,
    begun: true,
  });
  expect(await says([{ JobStatus: 'Error, Printing', PagesPrinted: 1 }]).status('p', '12')).toEqual({
    state: 'stopped',
    pagesOut: 1,
    begun: true,
  });
  await expect(port(() => Promise.reject(new Error('no spooler'))).status('p', '12')).rejects.toMatchObject({ kind: 'notSent' });
  const printers = [{ Name: 'HP', PrinterStatus: 'PaperOut', BothSides: true, Trays: ['Tray 1'], Sizes: ['A4', 'Letter', 'Legal'] }];
  expect(await port(async (script) => (script === LIST ? JSON.stringify(printers) : '')).listPrinters()).toEqual([
    {
      id: 'HP',
      name: 'HP',
      state: 'stuck',
      reason: 'paperOut',
      warns: null,
      can: { bothSides: true, trays: ['Tray 1'], sizes: ['A4', 'Letter'] },
    },
  ]);
  expect(new WindowsPort({ sumatra: null }).there).toBe(false);
});
