// No test may take for ever; how long one takes on a busy machine says nothing about the product.
jest.setTimeout(60_000);
