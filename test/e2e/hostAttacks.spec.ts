import { existsSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { chromiumArgs, launchOptions } from '../support/chromium.ts';
import { RunningHost } from '../support/host.ts';

/** What a page somewhere else tries with the host at `origin`; each attempt gives what it could read, or what stopped it. */
async function attack(page: Page, origin: string, launch: string): Promise<Record<string, string>> {
  return page.evaluate(
    async ([host, token]) => {
      const read = async (call: () => Promise<Response>) => {
        try {
          const answer = await call();
          return `${answer.type} ${answer.status} ${(await answer.text()).slice(0, 40)}`;
        } catch (error) {
          return String(error);
        }
      };
      const json = { 'content-type': 'application/json' };
      const body = JSON.stringify({ token });
      const loaded = (tag: 'img' | 'script' | 'iframe' | 'link', attributes: Record<string, string>) =>
        new Promise<string>((resolve) => {
          const element = document.createElement(tag);
          element.onload = () => resolve('loaded');
          element.onerror = () => resolve('refused');
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          document.body.append(element);
        });
      const inFrame = async () => {
        const frame = document.createElement('iframe');
        frame.src = `${host}/`;
        document.body.append(frame);
        await new Promise((resolve) => {
          frame.onload = resolve;
        });
        try {
          return String(frame.contentWindow?.document.title);
        } catch {
          return 'closed to this page';
        }
      };
      const posted = async () => {
        const form = Object.assign(document.createElement('form'), {
          method: 'post',
          action: `${host}/rpc/app/openSample`,
          target: 'sink',
        });
        const sink = Object.assign(document.createElement('iframe'), { name: 'sink' });
        document.body.append(sink, form);
        form.submit();
        await new Promise((resolve) => {
          sink.onload = resolve;
        });
        return 'sent';
      };
      const socket = () =>
        new Promise<string>((resolve) => {
          const opened = new WebSocket(`${host.replace('http', 'ws')}/rpc/app/events`);
          opened.onopen = () => resolve('open');
          opened.onerror = () => resolve('refused');
        });
      return {
        call: await read(() => fetch(`${host}/rpc/app/openSample`, { method: 'POST', headers: json, body: '{}' })),
        blindCall: await read(() => fetch(`${host}/rpc/app/openSample`, { method: 'POST', mode: 'no-cors' })),
        withCookies: await read(() => fetch(`${host}/rpc/app/status`, { method: 'POST', mode: 'no-cors', credentials: 'include' })),
        get: await read(() => fetch(`${host}/rpc/app/openSample`, { mode: 'no-cors' })),
        stolenLaunch: await read(() => fetch(`${host}/launch`, { method: 'POST', headers: json, body })),
        blindLaunch: await read(() => fetch(`${host}/launch`, { method: 'POST', mode: 'no-cors', body })),
        page: await read(() => fetch(`${host}/`)),
        script: await loaded('script', { src: `${host}/` }),
        picture: await loaded('img', { src: `${host}/icon.svg` }),
        style: await loaded('link', { rel: 'stylesheet', href: `${host}/` }),
        frame: await inFrame(),
        form: await posted(),
        socket: await socket(),
      };
    },
    [origin, launch] as const,
  );
}

test.describe('a page of somewhere else, in the same browser', () => {
  const host = new RunningHost();
  let evil: Server;
  let browser: Browser;
  let url = '';

  test.beforeAll(async () => {
    url = await host.start();
    const answer = (_: unknown, response: ServerResponse) =>
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>evil</title><body>');
    evil = createServer(answer);
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
    // Names that lead to this machine, as an attacker's own name server would answer.
    const rebinding = '--host-resolver-rules=MAP evil.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
    const args = [...chromiumArgs.filter((word) => !word.startsWith('--host-resolver-rules')), rebinding];
    browser = await chromium.launch({ ...launchOptions, args });
  });
  test.afterAll(async () => {
    await host.close();
    evil.close();
    await browser.close();
  });

  test('reads nothing, opens nothing and uses up nothing', async () => {
    const { origin, hash, port } = new URL(url);
    const launch = hash.replace('#launch=', '');
    const evilPort = (evil.address() as AddressInfo).port;
    for (const from of [`http://127.0.0.1:${evilPort}/`, `http://localhost:${evilPort}/`, `http://evil.example:${evilPort}/`]) {
      const page = await browser.newPage();
      if (from.includes('localhost')) await page.route(`${from}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<body>' }));
      await page.goto(from);
      const got = await attack(page, origin, launch);
      const { call, stolenLaunch, page: index, blindCall, withCookies, get, blindLaunch, form, ...elements } = got;
      for (const readable of [call, stolenLaunch, index]) expect(readable, from).toContain('TypeError');
      for (const blind of [blindCall, withCookies, get, blindLaunch]) expect(blind, from).toMatch(/^opaque 0 $|TypeError/);
      expect(form).toBe('sent');
      expect(elements, from).toEqual({
        script: 'refused',
        picture: 'refused',
        style: 'refused',
        frame: 'closed to this page',
        socket: 'refused',
      });
      await page.close();
    }

    await test.step('a name that was pointed at the host’s own address and port', async () => {
      const page = await browser.newPage();
      const answer = await page.goto(`http://evil.example:${port}/`);
      expect(answer?.status()).toBe(421);
      const calls = await page.evaluate(async (token) => {
        const json = { 'content-type': 'application/json' };
        const status = await fetch('/rpc/app/status', { method: 'POST' });
        const launched = await fetch('/launch', { method: 'POST', headers: json, body: JSON.stringify({ token }) });
        return [status.status, launched.status];
      }, launch);
      expect(calls).toEqual([421, 421]);
      await page.close();
    });

    await test.step('the program’s own window finds everything as it was: nobody is signed in, and its launch token is unused', async () => {
      // A procedure that ran would have made the sample clinic's store.
      expect(existsSync(join(host.dataDir, 'sample'))).toBe(false);
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(url);
      await expect(page.getByRole('button', { name: /sample clinic/i })).toBeVisible();
      const tab = await context.newPage();
      await tab.goto(origin);
      await expect(tab.getByRole('alert')).toContainText('no key');
    });
  });
});
