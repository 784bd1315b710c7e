import { expect, it } from 'vitest';
import { readWording } from '../../cli/documents.js';
import { readEither } from './either-required.js';

const wording = readWording();

it.each([
  ['Either Mail or Phone is required', 'Mail Phone'],
  ['One of `a`, `b` or `c` must be given.', 'a b c'],
  ['At least one of mail, phone is required', 'mail phone'],
  ['Private. mail or phone must be given', 'mail phone'],
  ['Give either mail or phone', 'mail phone'],
  ['Either the mail or the phone must be set.', 'mail phone'],
  ['MailまたはPhoneのいずれかは必須', 'Mail Phone'],
  ['mailとphoneのどちらかを必ず指定すること', 'mail phone'],
  ['mail、phone、faxのうち少なくとも1つが必要', 'mail phone fax'],
  ['mailまたはphoneが必須', 'mail phone'],
  ['Entweder `mail` oder `telefon` ist erforderlich', 'mail telefon'],
  ['`mail` oder `telefon` muss angegeben werden', 'mail telefon'],
  ['Mindestens eines der Felder mail, telefon ist anzugeben', 'mail telefon'],
  ['Soit mail soit telephone doit être renseigné', 'mail telephone'],
  ['`mail` ou `telephone` est obligatoire', 'mail telephone'],
  ["L'un des deux champs mail ou telephone est requis", 'mail telephone'],
])('%s', (text, names) => expect(readEither(text, wording)).toEqual([names.split(' ')]));

it.each([
  'Neither mail nor phone is required',
  'If mail or phone is set, name is required',
  'Required if mail or phone is given',
  'One of mail and phone may be given',
  'Name and mail or phone is required',
  'Either way it must be given',
  'mailまたはphoneを指定',
  'mailまたはphoneが指定された場合は必須',
  'Wenn mail oder telefon angegeben ist',
])('tells nothing by "%s"', (text) => expect(readEither(text, wording)).toEqual([]));
