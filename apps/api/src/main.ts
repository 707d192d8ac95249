import { readSettings } from '#platform';
import { createApi } from './create-api.js';

const settings = readSettings(process.env);
const app = await createApi(settings);
app.enableShutdownHooks();
await app.listen(settings.port, settings.host);
