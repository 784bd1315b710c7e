// `docproof verify`: is a certificate true to its report, and who signed it?
import type { DefineCommand } from '../command.js';

export interface VerifyFlags {
  report: string;
  key?: string[];
  spec?: string;
}

export const defineVerify: DefineCommand = (program, io, finish) => {
  program
    .command('verify')
    .description(
      'Recomputes the verdict from the evidence in report.json and checks the certificate against it. A key inside a file is never trusted.',
    )
    .argument('<certificate>', 'certificate.json of a run')
    .requiredOption('--report <file>', 'report.json that the certificate speaks of')
    .option('--key <file...>', 'public key (PEM) of a signer that you trust')
    .option('--spec <file>', 'also check that the suite was this spec')
    .addHelpText(
      'after',
      `
Exit codes: 0 true, and signed by a key you gave (or unsigned and no key was given); 1 something does not hold;
            2 a file cannot be read; 3 true, but the signer is unknown, or a key was given and nobody signed.

Example:
  docproof verify run/certificate.json --report run/report.json --key vendor.pub.pem --spec openapi.yaml
`,
    )
    .action(async (certificate: string, flags: VerifyFlags) => {
      const { runVerify } = await import('../verify-certificate.js');
      finish(runVerify(certificate, flags, io));
    });
};
