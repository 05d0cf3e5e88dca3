import { preset } from '../../jest.preset.mjs';

export default preset('libs/idp-simulator');
