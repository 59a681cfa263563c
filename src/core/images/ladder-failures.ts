import { kindOf } from './answer-kind.ts';
import type { Reply } from './follow.ts';
import type { NetErrorCode } from './net.ts';
import { again, asBrowser, end } from './step.ts';
import type { Attempt, Step } from './step.ts';
import { verdict } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** The next step after an error below HTTP. Which errors of certificates are errors of the article: those of browsers. */
export function failureStep(reply: Reply, { history, variant }: Attempt): Step {
  const kind = kindOf(reply);
  const count = history.filter(other => other === kind).length;
  const { hostname } = new URL(reply.url);
  switch (kind) {
    case 'no-host':
      return count < 2 ? again(variant, 2000) : end(verdict('broken', 'remote.no-host', { host: hostname }));
    case 'no-network':
      return end(verdict('unverified', 'remote.no-network'));
    case 'refused':
      return count < 2 ? again(variant, 1000) : end(verdict('suspicious', 'remote.refused'));
    case 'reset':
      if (count >= 3) return end(verdict('unverified', 'remote.reset'));
      return again(count === 2 ? asBrowser(variant) : variant, 1000);
    case 'timeout':
      return count < 2 ? again(variant) : end(verdict('unverified', 'remote.timeout'));
    case 'too-slow':
      return end(verdict('unverified', 'remote.timeout'));
    case 'garbage':
      return end(verdict('unverified', 'remote.odd-answer'));
    default:
      return end(tls(reply.kind === 'failed' ? reply.failure : ''));
  }
}

function tls(code: NetErrorCode): Verdict {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return verdict('broken', 'remote.cert-expired');
    case 'CERT_NOT_YET_VALID':
      return verdict('broken', 'remote.cert-early');
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return verdict('broken', 'remote.cert-name');
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return verdict('broken', 'remote.cert-untrusted');
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return verdict('suspicious', 'remote.cert-chain');
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return verdict('unverified', 'remote.cert-company');
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
    case 'ERR_SSL_HTTP_REQUEST':
      return verdict('broken', 'remote.not-https');
    case 'ERR_SSL_UNSUPPORTED_PROTOCOL':
    case 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION':
      return verdict('broken', 'remote.tls-old');
    default:
      return verdict('unverified', 'remote.odd-answer');
  }
}
