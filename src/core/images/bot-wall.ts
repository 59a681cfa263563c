/** What pages hold that ask whether a human is there; services of several countries. */
const MARKS =
  /captcha|cf-chl|challenge-platform|__cf_chl|acw_sc__v2|__jsl_clearance|_incapsula_resource|datadome|px-captcha|ddos-guard|safeline|just a moment\.\.\.|checking your browser|making sure you(?:'|’|&#39;)re not a bot|verify (?:that )?you are (?:a )?human|验证码|人机验证|安全验证|安全检查/i;

/** A page that asks whether a human is there; its start is enough. */
export const isBotWall = (body: Uint8Array): boolean =>
  MARKS.test(new TextDecoder().decode(body.subarray(0, 16_384)));
