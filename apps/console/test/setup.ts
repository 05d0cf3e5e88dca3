import '@testing-library/jest-dom';

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
