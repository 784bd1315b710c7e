// What is for somebody else than who makes it, and only theirs to answer: an invitation, a request, a transfer.
import { says } from '../told/told.js';
import { bodySchema, type Model, type Operation, type Resource } from './resources.js';

/** Marks what only whom a thing is for may do, and what says whom it is for. */
export function markAddressed({ operations, resources }: Model): void {
  for (const operation of operations) if (isForAddressee(operation)) operation.forAddressee = true;
  for (const resource of resources) {
    const own = operations.some((one) => one.forAddressee && isOf(one, resource));
    const names = resource.create && own ? Object.keys(bodySchema(resource.create)?.properties ?? {}) : [];
    const [name] = ADDRESSES.flatMap((words) => names.filter((one) => words.test(one)));
    if (name !== undefined) resource.addressee = name;
  }
}

/** Where several say it, an address of mail is what people are known by. */
const ADDRESSES = [
  /^(?:e_?)?mail(?:_?address)?$|(?:e_?)?mail$/i,
  /^(?:user_?name|recipient|invitee|receiver|addressee|assignee|to(?:_?user(?:_?name)?)?|user|login|handle)$/i,
];

function isForAddressee({ op }: Operation): boolean {
  const refusal = op.responses.find(({ status }) => status === '403')?.description;
  return op.method !== 'GET' && [op.description, refusal].some((text) => says(text, 'addresseeOnly'));
}

function isOf({ signature }: Operation, resource: Resource): boolean {
  return signature === resource.signature || signature.startsWith(`${resource.signature}/`);
}
