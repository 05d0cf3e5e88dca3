import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { TextDecoder } from 'node:util';

// A busy machine draws a page slowly; a test that finds what it waits for does not wait longer for that.
configure({ asyncUtilTimeout: 20_000 });

// jsdom does not have what each browser has.
Object.defineProperty(globalThis, 'TextDecoder', { writable: true, value: TextDecoder });

// jsdom has no layout: what asks for it gets a quiet answer.
Object.defineProperty(window, 'matchMedia', {
  writable: true,
  value: (media: string) => ({
    matches: false,
    media,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  }),
});

// The router asks of every error whether it is a Response, which jsdom does not know.
Object.defineProperty(globalThis, 'Response', { writable: true, value: function Response() {} });

class QuietObserver {
  observe(): void {
    // Nothing ever resizes in jsdom.
  }
  unobserve(): void {
    // Nothing was observed.
  }
  disconnect(): void {
    // Nothing was observed.
  }
}
Object.defineProperty(window, 'ResizeObserver', { writable: true, value: QuietObserver });
window.HTMLElement.prototype.scrollIntoView = () => undefined;
window.scrollTo = () => undefined;
