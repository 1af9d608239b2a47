// Loaded before the pages: they read it at each request, and would be there without being able to show anything.
const { API_ORIGIN = '' } = process.env;
if (!['http:', 'https:'].includes(URL.parse(API_ORIGIN)?.protocol ?? '')) {
  process.stderr.write('API_ORIGIN: must be set to an http(s) address, as http://gateway:3000\n');
  process.exit(1);
}
